package nl.tweespoor.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** A test from outside, through HTTP, in one context for all; it leaves behind nothing that others would trip over. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:web;QUERY_CACHE_SIZE=512", "camunda.bpm.job-execution.enabled=false",
        "tweespoor.demo.dossiers=false", "tweespoor.trial.every=P1D"})
@ActiveProfiles("demo")
@ExtendWith({AnswersHttp.class, WebappsAgain.class, TakesAlong.class})
public @interface HttpTest {
}
