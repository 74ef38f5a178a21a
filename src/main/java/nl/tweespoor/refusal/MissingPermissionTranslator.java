package nl.tweespoor.refusal;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.MissingAuthorization;

/** Puts into words which permission is missing; any one of several would have done, so the first says enough. */
class MissingPermissionTranslator {

    private static final String ASK = " Hoort het bij uw werk? Vraag het dan de beheerder.";

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("Application", "deze toepassing"), Map.entry("Authorization", "rechten"),
            Map.entry("DecisionDefinition", "deze beslistabel"), Map.entry("Deployment", "modellen"),
            Map.entry("Filter", "dit filter"), Map.entry("Group", "deze groep"),
            Map.entry("GroupMembership", "wie er in deze groep zit"),
            Map.entry("HistoricTask", "de geschiedenis van deze taak"),
            Map.entry("HistoricProcessInstance", "de geschiedenis van dit dossier"),
            Map.entry("OperationLogCategory", "het logboek"), Map.entry("ProcessDefinition", "dit proces"),
            Map.entry("ProcessInstance", "dit dossier"), Map.entry("System", "het systeem"),
            Map.entry("Task", "deze taak"), Map.entry("User", "dit account"));

    private MissingPermissionTranslator() {
    }

    static Explanation explain(AuthorizationException refused) {
        List<MissingAuthorization> missing = refused.getMissingAuthorizations();
        if (!missing.isEmpty() && isReadingATask(missing.get(0))) {
            return Explanation.noSuchTask();
        }
        return new Explanation(403, missing.isEmpty() ? "Dit mag alleen de beheerder." : sentence(missing.get(0)) + ASK);
    }

    /** One that isn't yours answers as one that doesn't exist, whichever way it is asked for. */
    private static boolean isReadingATask(MissingAuthorization missing) {
        String permission = String.valueOf(missing.getViolatedPermissionName());
        return permission.startsWith("READ") && ("Task".equals(missing.getResourceType()) || permission.contains("TASK"));
    }

    private static String sentence(MissingAuthorization missing) {
        String permission = String.valueOf(missing.getViolatedPermissionName());
        boolean aboutATask = permission.contains("TASK");
        String thing = aboutATask ? "deze taak" : THINGS.getOrDefault(String.valueOf(missing.getResourceType()), "dit");
        return "U mag " + thing + " niet " + verb(permission) + ".";
    }

    private static String verb(String permission) {
        if (permission.startsWith("READ")) {
            return "bekijken";
        }
        if (permission.startsWith("DELETE")) {
            return "verwijderen";
        }
        return switch (permission) {
            case "CREATE_INSTANCE" -> "starten";
            case "CREATE" -> "toevoegen";
            case "ACCESS" -> "gebruiken";
            case "TASK_ASSIGN" -> "toewijzen";
            case "TASK_WORK" -> "doen";
            default -> "wijzigen";
        };
    }
}
