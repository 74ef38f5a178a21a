package nl.tweespoor.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Runs on H2 and once more on PostgreSQL: what asks something of the database in SQL of ours, with its locks, or while
 * deploying, and one way to each end event. The other ways through the models ask the same again.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("postgres")
public @interface OnPostgresToo {
}
