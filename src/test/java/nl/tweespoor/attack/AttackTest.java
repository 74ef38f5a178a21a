package nl.tweespoor.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Shows an attack on an unguarded Camunda first, and then that Tweespoor refuses it. In the context of {@code LoginTest}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:web", "camunda.bpm.job-execution.enabled=false",
        "tweespoor.demo.dossiers=false"})
@ActiveProfiles("demo")
@ExtendWith(Unguarded.class)
@interface AttackTest {
}
