package nl.tweespoor.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.springframework.util.ReflectionUtils;

/**
 * What {@code ${currentUserGroups()}} in a filter stands for. The engine refuses a question about no groups at all, so
 * whoever is in none asks for the tasks of a group that can't be, and finds none.
 */
final class CurrentGroups {

    /** No id: a blank is in none that the engine accepts. */
    private static final List<String> NONE = List.of(" ");

    private CurrentGroups() {
    }

    static void answerFiltersOf(ProcessEngineConfigurationImpl engine) {
        var function = ReflectionUtils.findMethod(CurrentGroups.class, "orNone");
        ReflectionUtils.makeAccessible(function);
        engine.getExpressionManager().addFunction(CommandContextFunctions.CURRENT_USER_GROUPS, function);
    }

    static List<String> orNone() {
        List<String> groups = CommandContextFunctions.currentUserGroups();
        return groups == null || groups.isEmpty() ? NONE : groups;
    }
}
