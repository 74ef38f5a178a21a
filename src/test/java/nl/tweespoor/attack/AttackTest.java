package nl.tweespoor.attack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.tweespoor.walk.HttpTest;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shows an attack on an unguarded Camunda first, and then that Tweespoor refuses it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HttpTest
@ExtendWith(Unguarded.class)
@interface AttackTest {
}
