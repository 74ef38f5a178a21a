package nl.tweespoor.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.StrategyWalk;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What someone tries with a strategy who would rather not keep to its rules, and is told over REST. */
@EngineTest
class WorstUserOfAStrategyTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    Walk walk;
    @Autowired
    StrategyWalk strategies;
    @LocalServerPort
    int port;
    Caller caller;

    @BeforeEach
    void call() {
        caller = new Caller(port);
    }

    private Caller.Answer submits(String user, String task, Map<String, String> answers) {
        return caller.post(user, "/engine-rest/task/" + task + "/submit-form", Caller.variables(answers));
    }

    @Test
    void goalsAreChangedByTheirFormsOnly() {
        Dossier strategy = walk.partOfStrategy("strategy-goals", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals())
                .complete("UserTask_ChooseGoal", "goalStep", "done");
        String goals = strategy.variable("strategy-goals", "goals").toString();
        String task = strategy.task("UserTask_EnterPrecondition").getId();
        String instance = strategy.task("UserTask_EnterPrecondition").getProcessInstanceId();
        String none = "{\"value\":\"[]\",\"type\":\"Json\"}";

        for (String user : List.of("head-of-innovation", "board")) {
            for (String path : List.of("/engine-rest/task/" + task + "/variables/goals", "/engine-rest/task/" + task + "/localVariables/goals",
                    "/engine-rest/process-instance/" + instance + "/variables/goals")) {
                assertThat(caller.send(user, "PUT", path, none, "application/json").status()).as(user + " " + path).isGreaterThanOrEqualTo(400);
            }
        }
        caller.post("head-of-innovation", "/engine-rest/task/" + task + "/submit-form",
                "{\"variables\":{\"preconditionStep\":{\"value\":\"done\"},\"goals\":" + none + "}}");
        assertThat(strategy.variable("strategy-goals", "goals")).hasToString(goals);
    }

    @Test
    void whatAMemberThinksIsSaidByThatMemberAlone() {
        Dossier strategy = strategies.withTeam().complete("UserTask_DescribePicture");
        String task = strategy.tasks("UserTask_ConfirmPicture").stream().filter(each -> "it".equals(each.getAssignee())).findFirst().orElseThrow().getId();

        for (String user : List.of("head-of-innovation", "board", "finance")) {
            assertThat(submits(user, task, Map.of("pictureView", "agree")).status()).as(user).isIn(403, 404);
            assertThat(caller.post(user, "/engine-rest/task/" + task + "/claim", "{\"userId\":\"" + user + "\"}").status()).as(user).isIn(403, 404, 500);
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee()).isEqualTo("it");
    }

    @Test
    void nobodyButTheBoardAdopts() {
        Dossier strategy = walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals());
        String task = strategy.task("UserTask_AdoptStrategy").getId();

        for (String user : List.of("head-of-innovation", "management-team", "auditor")) {
            assertThat(submits(user, task, Map.of("adoptionOutcome", "adopt", "adoptionReason", "Iedereen staat erachter.", "adoptionNoOwnerReason",
                    "De eigenaar volgt nog.")).status()).as(user).isIn(403, 404);
        }
        strategy.isWaitingAt("UserTask_AdoptStrategy");
    }

    @Test
    void aSignalIsNotAnsweredWithNothing() {
        Dossier strategy = walk.partOfStrategy("strategy-adoption", StrategyInTheMaking.NUMBER, StrategyInTheMaking.withGoals());
        String task = strategy.task("UserTask_AdoptStrategy").getId();

        for (String nothing : List.of(".", "-", "n.v.t.", "zie boven", "ok")) {
            Map<String, String> answers = new HashMap<>(Map.of("adoptionOutcome", "adopt", "adoptionReason", "Iedereen staat erachter."));
            answers.put("adoptionNoOwnerReason", nothing);
            Caller.Answer no = submits("board", task, answers);
            assertThat(no.status()).as(nothing).isEqualTo(400);
            assertThat(no.sentence()).as(nothing).contains("Randvoorwaarde zonder eigenaar: wat doet u daaraan");
        }
        strategy.isWaitingAt("UserTask_AdoptStrategy");
    }
}
