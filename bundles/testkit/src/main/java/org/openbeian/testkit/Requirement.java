package org.openbeian.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of the requirement catalogue that a test shows to hold. On a class it counts for each of its tests.
 * A row counts as shown when at least one of its tests passed and none failed; a name that the catalogue does not
 * know fails the test.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requirement {

    /** Ids of catalogue rows, such as {@code "W-06"}. */
    String[] value();
}
