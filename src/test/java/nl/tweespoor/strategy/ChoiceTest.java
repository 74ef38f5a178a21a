package nl.tweespoor.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(strategy.waitsAt()).containsExactly("UserTask_AnswerAdvice");
        assertThat(strategy.variable("strategy-choice", "choiceSignals").toString()).as("what starts from technology was not chosen").isEmpty();
    }

    @Test
    void chosenOptionThatStartsFromTechnologyIsASignalThatTheBoardAnswers() {
        Dossier strategy = done(choose(choose(advised(), "O1", "notYet"), "O2", "yes", "choiceRank", 1));
        assertThat(strategy.variable("strategy-choice", "choiceSignals").toString()).contains("Begint bij techniek", "Past bij geen pijler");
        strategy.complete("UserTask_AnswerAdvice", "advicePointFollowed", "follow").complete("UserTask_AnswerAdvice", "advicePointFollowed", "follow");

        assertThatThrownBy(() -> strategy.submit("UserTask_DecideCourse", "courseOutcome", "choose", "courseReason", "Dit is de koers."))
                .hasMessageContaining("Wat doet u met deze signalen");
    }

    @Test
    void eachPointOfAnAdviceIsAnsweredAndLeftAsideOnlyWithAReason() {
        Dossier strategy = done(choose(choose(advised(), "O1", "yes", "choiceRank", 1), "O2", "no"));
        assertThatThrownBy(() -> strategy.submit("UserTask_AnswerAdvice", "advicePointFollowed", "deviate"))
                .hasMessageContaining("Waarom wijkt u af van dit punt");
        strategy.complete("UserTask_AnswerAdvice", "advicePointFollowed", "deviate", "advicePointReason", "Alle teams willen nu.")
                .complete("UserTask_AnswerAdvice", "advicePointFollowed", "follow")
                .complete("UserTask_DecideCourse", "courseOutcome", "choose");

        assertThat(strategy.variable("calls-a-part", "adviceAnswers").toString()).contains("client-council-1", "Begin klein", "deviate",
                "Alle teams willen nu.", "works-council-all", "Het advies als geheel", "follow");
        strategy.endedAt("EndEvent_CourseChosen");
    }

    @Test
    void boardLetsTheManagementTeamChooseAgain() {
        Dossier strategy = done(choose(choose(advised(), "O1", "yes", "choiceRank", 1), "O2", "no"))
                .complete("UserTask_AnswerAdvice", "advicePointFollowed", "follow").complete("UserTask_AnswerAdvice", "advicePointFollowed", "follow")
                .complete("UserTask_DecideCourse", "courseOutcome", "chooseAgain", "courseReason", "Robots horen er wel bij.");

        assertThat(strategy.waitsAt()).containsExactly("UserTask_ChooseOption");
    }
}
