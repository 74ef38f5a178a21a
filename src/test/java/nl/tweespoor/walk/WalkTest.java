package nl.tweespoor.walk;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The walking aid itself: every test begins with one of these steps. */
@EngineTest
@OnPostgresToo
class WalkTest {

    @Autowired
    Walk walk;

    @Test
    void oneDossierWalksFromReportToSecured() {
        walk.owned().isWaitingAt("IntermediateEvent_MomentReached")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "10,5", "stillStandard", "yes",
                        "ownerThere", "yes")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "10", "stillStandard", "yes",
                        "ownerThere", "yes")
                .timePassesUntil("IntermediateEvent_MomentReached")
                .complete("UserTask_MeasureResult", "measuredValue", "12", "stillStandard", "yes",
                        "ownerThere", "yes")
                .complete("UserTask_RecordLessons", "lessonOutcome", "none")
                .endedAt("EndEvent_HandedOver")
                .endedAt("EndEvent_Secured");
    }
}
