package org.crease.trainer.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name in YAML of a record that is one of the variants of a sealed interface. Without it, the record's simple name in
 * kebab case. A variant is written {@code name: {settings}}, or {@code name} alone when every setting has a default.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {
    String value();
}
