package nl.tweespoor.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This walk proves what a form promises: the words of its marker, the custom property {@code promise} of a text or question. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Keeps {

    String[] value();
}
