package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.spin.Spin.JSON;

import java.util.List;
import java.util.Map;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.StrategyInTheMaking;
import nl.tweespoor.walk.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which options become the course, and what is said of those that do not. */
@EngineTest
@OnPostgresToo
class ChoiceTest {

    @Autowired
    Walk walk;

    private Dossier advised() {
        return walk.partOfStrategy("strategy-choice", StrategyInTheMaking.NUMBER, StrategyInTheMaking.advised());
    }

    private static Dossier choose(Dossier strategy, String option, String choice, Object... more) {
        Object[] answers = new Object[6 + more.length];
        System.arraycopy(new Object[] {"choiceStep", "choose", "choiceOption", option, "choiceChoice", choice}, 0, answers, 0, 6);
        System.arraycopy(more, 0, answers, 6, more.length);
        return strategy.complete("UserTask_ChooseOption", answers);
    }

    private static Dossier done(Dossier strategy) {
        return strategy.complete("UserTask_ChooseOption", "choiceStep", "done");
    }

    @Test
    void listIsReadyOnlyWhenEachOptionHasAChoiceAndNoTwoTheSameRank() {
        Dossier strategy = choose(advised(), "O1", "yes", "choiceRank", 1);
        done(strategy);
        assertThat(strategy.variable("strategy-choice", "choiceStateReason").toString()).contains("Niet elke optie");
        done(choose(strategy, "O2", "yes", "choiceRank", 1));
        assertThat(strategy.variable("strategy-choice", "choiceStateReason").toString()).contains("dezelfde plaats");
        done(choose(strategy, "O2", "notYet"));
        assertThat(strategy.waitsAt()).containsExactly("UserTask_DecideCourse");
        assertThat(strategy.variable("strategy-choice", "choiceSignals").toString()).as("what starts from technology was not chosen").isEmpty();
    }

    @Test
    void chosenOptionThatStartsFromTechnologyIsASignalThatTheBoardAnswers() {
        Dossier strategy = done(choose(choose(advised(), "O1", "notYet"), "O2", "yes", "choiceRank", 1));
        assertThat(strategy.variable("strategy-choice", "choiceSignals").toString()).contains("Begint bij techniek", "Past bij geen pijler");

        assertThatThrownBy(() -> strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers."))
                .hasMessageContaining("Begint bij techniek: wat doet u daaraan").hasMessageContaining("Past bij geen pijler: wat doet u daaraan");
        assertThatThrownBy(() -> strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers.",
                "courseFromTechnologyReason", "De robots helpen pas als het vraagstuk helder is.")).as("the other signal has no answer yet")
                .hasMessageContaining("Past bij geen pijler: wat doet u daaraan").message().doesNotContain("Begint bij techniek");
        strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers.", "courseFromTechnologyReason",
                "De robots helpen pas als het vraagstuk helder is.", "courseNoPillarReason", "De pijler komt erbij.").endedAt("EndEvent_CourseChosen");
        assertThat(strategy.variable("calls-a-part", "courseFromTechnologyReason")).isEqualTo("De robots helpen pas als het vraagstuk helder is.");
    }

    /** Invariant 5: of an option that a table advises against someone says why it comes all the same. */
    @Test
    void chosenOptionThatIsAdvisedAgainstNeedsAReasonOfTheBoard() {
        Map<String, Object> known = StrategyInTheMaking.advised();
        known.put("options", JSON(known.get("options").toString().replace("\"id\":\"O1\"", "\"id\":\"O1\",\"advice\":\"against\"")));
        Dossier strategy = done(choose(choose(walk.partOfStrategy("strategy-choice", StrategyInTheMaking.NUMBER, known), "O1", "yes", "choiceRank", 1), "O2", "no"));

        assertThat(strategy.variable("strategy-choice", "choiceSignals").toString()).contains("Afgeraden optie");
        assertThatThrownBy(() -> strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers."))
                .hasMessageContaining("Afgeraden optie: waarom komt zij er toch");
        for (String none : List.of(".", "n.v.t.")) {
            assertThatThrownBy(() -> strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers.",
                    "courseAdvisedAgainstReason", none)).as(none).hasMessageContaining("Afgeraden optie: waarom komt zij er toch");
        }
        strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers.", "courseAdvisedAgainstReason",
                "ICT wordt eerst op orde gebracht.").endedAt("EndEvent_CourseChosen");
    }

    @Test
    void boardLetsTheManagementTeamChooseAgain() {
        Dossier strategy = done(choose(choose(advised(), "O1", "yes", "choiceRank", 1), "O2", "no"))
                .complete("UserTask_DecideCourse", "courseOutcome", "chooseAgain", "courseReason", "Robots horen er wel bij.");

        assertThat(strategy.waitsAt()).containsExactly("UserTask_ChooseOption");
    }
}
