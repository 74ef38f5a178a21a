package nl.tweespoor.account;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.Names;
import nl.tweespoor.engine.StandInLookup;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Colleagues by the name under which others know them, and those of them who carry something in a dossier. */
@Component("people")
public class People {

    private final IdentityService identityService;
    private final Memberships memberships;
    private final Names names;
    private final ObjectProvider<StandInLookup> standIns;

    People(IdentityService identityService, Memberships memberships, Names names, ObjectProvider<StandInLookup> standIns) {
        this.identityService = identityService;
        this.memberships = memberships;
        this.names = names;
        this.standIns = standIns;
    }

    /** The user id itself when there is no such account, or one without a name. */
    public String nameOf(String userId) {
        return Optional.ofNullable(identityService.createUserQuery().userId(userId).singleResult())
                .map(People::nameOf).orElse(userId);
    }

    /** Everyone with an account: user id and name. */
    public List<Person> all() {
        return identityService.createUserQuery().list().stream()
                .map(user -> new Person(user.getId(), nameOf(user))).toList();
    }

    /** Everyone of a group, by name. */
    public List<Person> of(String group) {
        return memberships.accountsOf(group).stream().map(user -> new Person(user.getId(), nameOf(user)))
                .sorted(Comparator.comparing(Person::name, String.CASE_INSENSITIVE_ORDER)).toList();
    }

    /** For the models: the group of a {@link RoleHolder}, which sees the task. */
    public String group(String holder) {
        return RoleHolder.of(holder).group();
    }

    /** For the models: whose task it is; nobody when that was left to the group, or the person has left it or is away. */
    public String person(String holder) {
        RoleHolder of = RoleHolder.of(holder);
        return of.userId() != null && memberships.groupsOf(of.userId()).contains(of.group())
                && !standIns.getObject().isAway(of.userId()) ? of.userId() : null;
    }

    /** For the models: the member of the project team from this group, whose part its work is; nobody when none is there. */
    public String member(VariableScope dossier, String group) {
        return ModelIds.MEMBERS.stream().map(dossier::getVariable).filter(String.class::isInstance).map(String.class::cast)
                .filter(member -> group.equals(group(member))).map(this::person).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Whether who was chosen is no longer there: without an account, or out of the group. */
    public boolean hasLeft(String holder) {
        RoleHolder of = RoleHolder.of(holder);
        return of.userId() != null && !memberships.groupsOf(of.userId()).contains(of.group());
    }

    /** As people read it: a name with its role, or the group; null for nobody. */
    public String name(String holder) {
        if (holder == null) {
            return null;
        }
        RoleHolder of = RoleHolder.of(holder);
        return of.userId() == null ? groupName(of.group()) : withRole(names.of(of.userId(), this::nameOf), of.group());
    }

    static String withRole(String name, String group) {
        String role = groupName(group);
        return name.contains(role) ? name : name + " (" + role + ")";
    }

    /** As people read it; the id itself for a group that is none of ours. */
    public static String groupName(String group) {
        return Group.of(group).map(Group::dutchName).orElse(group);
    }

    private static String nameOf(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        return name.isEmpty() ? user.getId() : name;
    }

    public record Person(String userId, String name) {
    }
}
