package nl.tweespoor.walk;

import static org.camunda.spin.Spin.JSON;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a strategy knows when its course is to be chosen, and more of it later. */
public final class StrategyInTheMaking {

    public static final String NUMBER = "S-2027-01";

    private StrategyInTheMaking() {
    }

    /** With two options, of which the second starts from technology, and an advice of both councils. */
    public static Map<String, Object> advised() {
        Map<String, Object> known = new HashMap<>(Walk.map("startsOn", "2026-01-01", "endsOn", "2031-01-01", "whyNow", "De zorgvraag groeit.",
                "visionWhy", "Omdat het moet.", "visionFocus", "Op wonen.", "visionProgress", "Stap voor stap.", "visionProof", "Met cijfers.",
                "mission", "Eigen leven.", "coreValues", "Nabij.", "scopeIn", "Zorg.", "scopeOut", "Kantoor."));
        known.put("pillars", JSON(List.of(Map.of("id", "P1", "title", "Zelf doen"))));
        known.put("targetGroups", JSON(List.of(Map.of("id", "G1", "title", "Cliënten thuis"))));
        known.put("options", JSON(List.of(
                Map.of("id", "O1", "title", "Hulp op afstand", "problem", "Wachten", "pillar", "P1", "startsFromTechnology", "no"),
                Map.of("id", "O2", "title", "Robots", "problem", "Onbekend", "pillar", "", "startsFromTechnology", "yes"))));
        known.put("clientCouncilOutcome", "conditions");
        known.put("clientCouncilPoints", JSON(List.of(Map.of("id", "1", "title", "Begin klein"))));
        known.put("worksCouncilOutcome", "negative");
        known.put("worksCouncilPoints", JSON(List.of()));
        return known;
    }

    /** With O1 chosen and O2 later. */
    public static Map<String, Object> chosen() {
        Map<String, Object> known = advised();
        known.put("choices", JSON(List.of(
                Map.of("id", "O1", "title", "Hulp op afstand", "choice", "yes", "rank", 1, "impact", "Veel", "staff", "Veel", "feasibility", "Ja",
                        "finance", "Ja", "risk", "Klein"),
                Map.of("id", "O2", "title", "Robots", "choice", "notYet", "lookAgainOn", "2028-01-01", "impact", "Weinig", "staff", "Weinig",
                        "feasibility", "Nee", "finance", "Nee", "risk", "Groot"))));
        return known;
    }

    /** With one goal, and a precondition without an owner. */
    public static Map<String, Object> withGoals() {
        Map<String, Object> known = chosen();
        known.put("goals", JSON("[" + goal("D1", "Langer thuis", "30") + "]"));
        known.put("preconditions", JSON(List.of(Map.of("id", "R1", "goal", "D1", "title", "Wifi thuis", "owner", "", "date", "2027-03-01"))));
        known.put("activities", JSON(List.of(Map.of("id", "A1", "goal", "D1", "kind", "training", "title", "Leren beeldbellen"))));
        return known;
    }

    /** As it stands in the list of goals. */
    public static String goal(String id, String title, String target) {
        return """
                {"id": "%s", "title": "%s", "forWhom": "Cliënten thuis", "indicator": "Cliënten met hulp op afstand", "direction": "higher",
                 "baselineKnown": "yes", "baseline": "12", "target": "%s", "source": "Dossier", "deadline": "2030-01-01",
                 "owner": "line-manager/line-manager", "weight": "5", "pillar": "P1", "option": "O1", "targetGroups": ["G1"]}""".formatted(id, title, target);
    }
}
