package org.crease.probes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one setting of a configuration record: its meaning, its default and its range. The name in YAML is the
 * component's name in kebab case. A component without a default must be given, unless it is nullable.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What the setting means, with its unit: one sentence, shown in errors, in the schema and in the handbook. */
    String value();

    /** The default, written as in YAML; empty when there is none. */
    String byDefault() default "";

    /** The smallest value allowed, for numbers (and for the elements of lists of numbers). */
    double min() default Double.NEGATIVE_INFINITY;

    /** The largest value allowed, for numbers (and for the elements of lists of numbers). */
    double max() default Double.POSITIVE_INFINITY;

    /** Whether {@link #min} and {@link #max} themselves are excluded. */
    boolean exclusive() default false;
}
