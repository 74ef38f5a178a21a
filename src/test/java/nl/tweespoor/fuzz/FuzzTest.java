package nl.tweespoor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import nl.tweespoor.refusal.Refusal;
import nl.tweespoor.walk.EngineTest;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.community.process_test_coverage.core.engine.ExcludeFromProcessCoverage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Submits to every deployed form what people, and others, might. Of every ten one is valid. More of it:
 * {@code -Dtweespoor.fuzz.tries=10000}; what failed again: {@code -Dtweespoor.fuzz.seed=<seed>}.
 */
@EngineTest
@ExcludeFromProcessCoverage
class FuzzTest {

    private static final int TRIES = Integer.getInteger("tweespoor.fuzz.tries", 300);
    private static final long SEED = Long.getLong("tweespoor.fuzz.seed", 20261);
    private static final int MOST_SHRINKS = 200;

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @TestFactory
    Stream<DynamicTest> everyValidSubmitIsAcceptedAndEveryOtherRefused() {
        // Lazily: each form is held before the walk goes on to the next one.
        Iterable<WaitingForm> waiting = () -> new WaitingForms(engine, SEED);
        return StreamSupport.stream(waiting.spliterator(), false).map(form -> DynamicTest.dynamicTest(form.id(),
                () -> JqwikSession.run(() -> hold(form))));
    }

    private void hold(WaitingForm form) {
        Attempts attempts = new Attempts(form, feel());
        engine.getIdentityService().setAuthentication(form.user(), List.of(form.user()));
        RandomGenerator<Attempt> valid = generator(attempts.valid());
        RandomGenerator<Attempt> invalid = generator(attempts.invalid());
        Random random = new Random(SEED);
        long before = System.nanoTime();
        long validTime = 0;
        for (int i = 0; i < TRIES; i++) {
            long t = System.nanoTime();
            Shrinkable<Attempt> attempt = (i % 10 == 0 ? valid : invalid).next(random);
            if (failure(attempts, form, attempt.value()) != null) {
                Attempt smallest = shrunk(attempts, form, attempt);
                fail("Form " + form.id() + ", seed " + SEED + ", try " + i + ": " + smallest, failure(attempts, form, smallest));
            }
            validTime += i % 10 == 0 ? System.nanoTime() - t : 0;
        }
        System.out.printf("Fuzz: %s, %d submits in %d ms, valid %d%n", form.id(), TRIES, (System.nanoTime() - before) / 1_000_000,
                validTime / 1_000_000);
    }

    private static RandomGenerator<Attempt> generator(Arbitrary<Attempt> attempts) {
        return attempts.generator(1000, false);
    }

    private Attempt shrunk(Attempts attempts, WaitingForm form, Shrinkable<Attempt> failing) {
        int tries = 0;
        for (boolean smaller = true; smaller && tries < MOST_SHRINKS;) {
            smaller = false;
            for (Shrinkable<Attempt> next : (Iterable<Shrinkable<Attempt>>) failing.shrink().limit(50)::iterator) {
                if (tries++ < MOST_SHRINKS && failure(attempts, form, next.value()) != null) {
                    failing = next;
                    smaller = true;
                    break;
                }
            }
        }
        return failing.value();
    }

    /** Null when what had to happen happened. */
    private Throwable failure(Attempts attempts, WaitingForm form, Attempt attempt) {
        try {
            if (attempt.isValid()) {
                isAccepted(attempts, form, attempt);
            } else {
                isRefused(form, attempt);
            }
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    private void isAccepted(Attempts attempts, WaitingForm form, Attempt attempt) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            String instance = submit(form, attempt);
            attempts.texts(attempt).forEach((question, text) -> assertThat(jdbc.sql("select count(*) from act_hi_detail"
                            + " where proc_inst_id_ = :instance and name_ = :question and text_ = :text")
                    .param("instance", instance).param("question", question).param("text", text)
                    .query(Integer.class).single()).as("'%s' in %s", text, question).isPositive());
        });
    }

    private void isRefused(WaitingForm form, Attempt attempt) {
        List<Object> before = stored();
        assertThatThrownBy(() -> submit(form, attempt)).isInstanceOf(Refusal.class)
                .hasMessageContaining(attempt.named())
                .satisfies(refusal -> assertThat(((Refusal) refusal).status()).isEqualTo(400));
        assertThat(stored()).isEqualTo(before);
    }

    /** By turns in each of the ways there are. Gives the process instance. */
    private String submit(WaitingForm form, Attempt attempt) {
        boolean byForm = attempt.variables().size() % 2 == 0;
        if (form.starts()) {
            return byForm ? engine.getFormService().submitStartForm(form.definition(), attempt.variables()).getId()
                    : engine.getRuntimeService().startProcessInstanceById(form.definition(), attempt.variables()).getId();
        }
        String instance = engine.getTaskService().createTaskQuery().taskId(form.task()).singleResult().getProcessInstanceId();
        if (byForm) {
            engine.getFormService().submitTaskForm(form.task(), attempt.variables());
        } else {
            engine.getTaskService().complete(form.task(), attempt.variables());
        }
        return instance;
    }

    private List<Object> stored() {
        return jdbc.sql("select (select count(*) from act_ru_task), (select count(*) from act_ru_variable),"
                        + " (select sum(rev_) from act_ru_variable), (select count(*) from act_hi_detail),"
                        + " (select count(*) from act_ge_bytearray), (select count(*) from decision)")
                .query((row, i) -> List.<Object>of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5), row.getLong(6))).single();
    }

    private FeelEngine feel() {
        return ((DefaultDmnEngineConfiguration) ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()).getFeelEngine();
    }
}
