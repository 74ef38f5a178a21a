package nl.tweespoor.account;

import static org.camunda.spin.Spin.JSON;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.tweespoor.account.People.Person;
import nl.tweespoor.engine.DossierTask;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.engine.Memberships;
import nl.tweespoor.engine.OptionsLookup;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Who can be chosen to carry something. The model says from where, in the notation of {@link RoleHolder}: {@code it/*} for
 * the people of a group, {@code it} for the group itself, and {@code *} for each group; {@code outside} for who helps from
 * outside and is still there. People of the team that the task is about come first. An auditor changes nothing, and so carries nothing.
 */
@Component
class HolderOptions implements OptionsLookup {

    private static final String ANY = "*";

    private final People people;
    private final Memberships memberships;

    HolderOptions(People people, Memberships memberships) {
        this.people = people;
        this.memberships = memberships;
    }

    private record Option(String userId, String label, String value) {

        Option named(String name) {
            return new Option(userId, name, value);
        }
    }

    @Override
    public TypedValue of(String choices, DossierTask task) {
        List<Option> options = distinct(Stream.of(choices.split("\\s*,\\s*")).flatMap(choice -> RoleHolder.OUTSIDE.equals(choice) ? outside(task) : of(choice)).toList());
        Set<String> team = task.variables().getVariable(ModelIds.TEAM) instanceof String id ? Set.copyOf(memberships.membersOf(id)) : Set.of();
        return SpinValues.jsonValue(JSON(Stream.concat(options.stream().filter(option -> team.contains(option.userId())),
                        options.stream().filter(option -> !team.contains(option.userId())))
                .map(option -> Map.of("value", option.value(), "label", option.label())).toList()).toString()).create();
    }

    private static Stream<Option> outside(DossierTask task) {
        return Helper.among(task.variables()).filter(helper -> !helper.until().isBefore(DutchTime.today()))
                .map(helper -> new Option("", helper.written(), helper.holder()));
    }

    private Stream<Option> of(String choice) {
        RoleHolder chosen = RoleHolder.of(choice);
        Stream<String> groups = ANY.equals(chosen.group()) ? Stream.of(Group.values()).filter(group -> group != Group.AUDITOR)
                .map(Group::id) : Stream.of(chosen.group());
        return chosen.userId() == null
                ? groups.map(group -> new Option("", People.groupName(group), group))
                : groups.flatMap(group -> people.of(group).stream().map(person -> option(person, group)));
    }

    private static Option option(Person person, String group) {
        return new Option(person.userId(), People.withRole(person.name(), group), new RoleHolder(group, person.userId()).written());
    }

    /** Of two who are called alike, and of a person who is called as a group, the id of the account tells who it is. */
    private static List<Option> distinct(List<Option> options) {
        Set<String> once = new HashSet<>();
        Set<String> more = options.stream().map(Option::label).filter(label -> !once.add(label)).collect(Collectors.toSet());
        return options.stream().map(option -> option.userId().isEmpty() || !more.contains(option.label()) ? option
                : option.named(option.label() + " – " + option.userId())).toList();
    }
}
