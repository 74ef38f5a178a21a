package nl.tweespoor.trial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/** Whoever can do something in a trial. */
final class People {

    private final ProcessEngine engine;
    private final Random random;

    People(ProcessEngine engine, Random random) {
        this.engine = engine;
        this.random = random;
    }

    /** In the order in which they try. */
    List<String> whoMayDo(Task task) {
        if (task.getAssignee() != null) {
            return List.of(task.getAssignee());
        }
        List<String> people = shuffled(engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().flatMap(this::meant).distinct());
        return people.isEmpty() ? everyone() : people;
    }

    private Stream<String> meant(IdentityLink link) {
        return link.getUserId() != null ? Stream.of(link.getUserId()) : engine.getIdentityService().createUserQuery()
                .memberOfGroup(link.getGroupId()).list().stream().map(User::getId).sorted();
    }

    List<String> everyone() {
        return shuffled(engine.getIdentityService().createUserQuery().list().stream().map(User::getId).sorted());
    }

    private List<String> shuffled(Stream<String> people) {
        List<String> all = people.collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(all, random);
        return all;
    }

    <T> T as(String user, Supplier<T> act) {
        engine.getIdentityService().setAuthentication(user, engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId).toList());
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
