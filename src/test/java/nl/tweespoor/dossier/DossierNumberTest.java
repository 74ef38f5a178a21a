package nl.tweespoor.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.tweespoor.walk.EngineTest;
import nl.tweespoor.walk.OnPostgresToo;
import nl.tweespoor.walk.Walk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of a dossier is its business key in every process, such as {@code I-2026-0001}. */
@EngineTest
@OnPostgresToo
class DossierNumberTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Test
    void numbersFollowEachOtherWithinAYear() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-05-01T10:00:00Z")));
        assertThat(List.of(walk.reported().number(), walk.reported().number(), walk.reported().number()))
                .containsExactly("I-2030-0001", "I-2030-0002", "I-2030-0003");
    }

    @Test
    void numbersBeginAnewWithTheDutchYear() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-12-31T22:59:00Z")));
        assertThat(walk.reported().number()).isEqualTo("I-2030-0001");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2030-12-31T23:01:00Z")));
        assertThat(walk.reported().number()).isEqualTo("I-2031-0001");
        assertThat(walk.reported().number()).isEqualTo("I-2031-0002");
    }

    /** Two servers never have quite the same time. */
    @Test
    void clockThatIsBehindAtNewYearGivesNoNumberTwice() {
        List<String> numbers = new ArrayList<>();
        for (String time : List.of("2030-12-31T22:59:58Z", "2030-12-31T23:00:01Z", "2030-12-31T22:59:59Z",
                "2030-12-31T23:00:02Z")) {
            ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
            numbers.add(walk.reported().number());
        }
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void reportsAtTheSameTimeGetDifferentNumbers() throws Exception {
        int reporters = 8;
        CyclicBarrier all = new CyclicBarrier(reporters);
        Callable<List<String>> reporting = () -> {
            all.await();
            return List.of(walk.reported().number(), walk.reported().number(), walk.reported().number());
        };
        ExecutorService threads = Executors.newFixedThreadPool(reporters);
        try {
            List<Future<List<String>>> reports = new ArrayList<>();
            for (int i = 0; i < reporters; i++) {
                reports.add(threads.submit(reporting));
            }
            List<String> numbers = new ArrayList<>();
            for (Future<List<String>> report : reports) {
                numbers.addAll(report.get());
            }
            assertThat(numbers).hasSize(3 * reporters).doesNotHaveDuplicates();
            assertThat(numbers.stream().sorted().toList().get(3 * reporters - 1)).endsWith("-0024");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void businessKeyOfTheCallerIsIgnored() {
        walk.login("employee");
        var started = engine.getRuntimeService().startProcessInstanceByKey("innovation", "I-1999-0001", Map.of(
                "problem", "Te veel rondes", "forWhom", "Nachtdienst", "source", "workFloor", "title", "Rustige nacht"));
        engine.getIdentityService().clearAuthentication();
        assertThat(started.getBusinessKey()).matches("I-\\d{4}-0001").isNotEqualTo("I-1999-0001");
        assertThat(engine.getRuntimeService().getVariable(started.getId(), "dossierNumber"))
                .isEqualTo(started.getBusinessKey());
        assertThat(engine.getRuntimeService().createProcessInstanceQuery()
                .processInstanceBusinessKey(started.getBusinessKey()).processDefinitionKey("innovation").count()).isEqualTo(1);
    }
}
