package nl.tweespoor.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Date;
import nl.tweespoor.engine.DutchTime;
import nl.tweespoor.walk.Dossier;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A decision after an advice: each point is answered, the council hears, and the law says how long it waits. */
@EngineTest
@OnPostgresToo
class CouncilNoticeTest {

    private static final String TWO_POINTS = "[{\"id\":\"A1\",\"title\":\"Eerst scholing\"},{\"id\":\"A2\",\"title\":\"Geen camera's\"}]";

    @Autowired
    Walk walk;

    private Dossier deviating(String council, Object... variables) {
        return walk.decidedAfterAdvice(council, "conditions", TWO_POINTS, variables)
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed", "advicePointReason", "Dat helpt.")
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "Er komen geen camera's.")
                .complete("UserTask_WriteNotice", "councilTalked", "yes");
    }

    /** Invariant 5. */
    @Test
    void deviatingFromAnAdviceNeedsAReasonPerPoint() {
        Dossier notice = walk.decidedAfterAdvice("works-council", "negative", TWO_POINTS);

        for (String title : new String[] {"Eerst scholing", "Geen camera's"}) {
            assertThat(notice.tasks("UserTask_AnswerAdvicePoint")).singleElement();
            assertThatThrownBy(() -> notice.submit("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed")).as(title).hasMessageContaining("Waarom");
            assertThatThrownBy(() -> notice.submit("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "n.v.t."))
                    .as(title).hasMessageContaining("Waarom");
            notice.submit("UserTask_AnswerAdvicePoint", "adviceFollowed", "notFollowed", "advicePointReason", "Om deze reden.");
        }
        assertThat(notice.variable("council-notice", "pointAnswers").toString()).contains("Eerst scholing", "Geen camera's", "Niet volgen");
        notice.isWaitingOnlyAt("UserTask_WriteNotice");
        assertThatThrownBy(() -> notice.submit("UserTask_WriteNotice", "noticeText", "We gaan door.", "councilTalked", "no"))
                .hasMessageContaining("Waarom is er niet over gesproken");
    }

    /** WOR art. 25 lid 6: a calendar month, whatever its length and whatever the clock does meanwhile. */
    @ParameterizedTest
    @CsvSource({"2027-01-31T15:00, 2027-02-28", "2028-01-31T09:00, 2028-02-29", "2028-02-29T10:00, 2028-03-29", "2027-08-31T23:30, 2027-09-30",
            "2027-03-10T00:10, 2027-04-10", "2027-10-05T12:00, 2027-11-05", "2026-12-31T08:00, 2027-01-31"})
    void worksCouncilThatIsNotFollowedHasACalendarMonth(LocalDateTime told, String lastDay) {
        ClockUtil.setCurrentTime(Date.from(told.atZone(DutchTime.ZONE).toInstant()));
        Dossier notice = deviating("works-council").timePassesUntil("SendTask_MailCouncil");

        assertThat(notice.timer("IntermediateEvent_MonthOver").getDuedate().toInstant().atZone(DutchTime.ZONE).toLocalDateTime())
                .isEqualTo(lastDay + "T23:59:59");
        notice.isWaitingAt("Gateway_WaitOver", "UserTask_ReadDeviation").timePassesUntil("IntermediateEvent_MonthOver")
                .endedAt("EndEvent_CouncilDecisionSettled").timePassesUntil("BoundaryEvent_DeviationNotRead").isWaitingOnlyAt();
    }

    @Test
    void worksCouncilThatWaivesLetsItThroughAtOnce() {
        Dossier notice = deviating("works-council").timePassesUntil("SendTask_MailCouncil")
                .complete("UserTask_ReadDeviation", "waiveOutcome", "waive").endedAt("EndEvent_CouncilDecisionSettled").isWaitingOnlyAt();

        assertThat(notice.decisions()).last().satisfies(decision -> assertThat(decision).containsEntry("by", "Ondernemingsraad"));
    }

    @Test
    void worksCouncilThatKeepsItsMonthIsWaitedFor() {
        deviating("works-council").timePassesUntil("SendTask_MailCouncil").complete("UserTask_ReadDeviation", "waiveOutcome", "keep")
                .isWaitingOnlyAt("Gateway_WaitOver");
    }

    @Test
    void worksCouncilThatGaveNoAdviceIsWaitedForToo() {
        walk.decidedAfterAdvice("works-council", "none", "[]").complete("UserTask_WriteNotice", "councilTalked", "yes").isWaitingAt("Gateway_WaitOver");
    }

    @Test
    void adviceThatIsFollowedHoldsNothingUp() {
        walk.decidedAfterAdvice("works-council", "conditions", TWO_POINTS)
                .complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed").complete("UserTask_AnswerAdvicePoint", "adviceFollowed", "followed")
                .complete("UserTask_WriteNotice").endedAt("EndEvent_CouncilDecisionSettled").timePassesUntil("SendTask_MailCouncil")
                .complete("UserTask_ReadCouncilMessage").isWaitingOnlyAt();
        walk.decidedAfterAdvice("works-council", "positive", "[]").complete("UserTask_WriteNotice").endedAt("EndEvent_CouncilDecisionSettled");
    }

    /** The Wmcz 2018 has no such month. */
    @Test
    void clientCouncilHearsWhyAndIsNotWaitedFor() {
        deviating("client-council").endedAt("EndEvent_CouncilDecisionSettled").timePassesUntil("SendTask_MailCouncil")
                .isWaitingOnlyAt("UserTask_ReadCouncilMessage");
    }

    @Test
    void withoutConsentNoMonthHelps() {
        Dossier refused = deviating("works-council", "adviceRight", "consent").isWaitingAt("UserTask_RecordConsent");

        assertThat(refused.jobs("IntermediateEvent_MonthOver")).isEmpty();
        refused.complete("UserTask_RecordConsent", "consentOutcome", "stop").endedAt("EndEvent_CouncilDecisionSettled");
        assertThat(refused.variable("council-notice", "noticeResult")).isEqualTo("stop");
        Dossier permitted = deviating("works-council", "adviceRight", "consent").complete("UserTask_RecordConsent", "consentOutcome", "permitted");
        assertThat(permitted.variable("council-notice", "noticeResult")).isEqualTo("carryOut");
    }
}
