package org.crease.trainer.config;

/**
 * One setting of a {@link Form.Group}.
 *
 * @param name in YAML
 * @param meaning one sentence
 * @param byDefault as YAML; empty when there is none
 * @param range of the number, or of the numbers in the list
 * @param nullable whether it may be absent
 */
record Field(String name, Form form, String meaning, String byDefault, Range range, boolean nullable) {

    boolean hasDefault() {
        return !byDefault.isEmpty();
    }

    /** Whether it must be given. */
    boolean required() {
        return byDefault.isEmpty() && !nullable;
    }
}
