package org.crease.trainer.config;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form that a value has in YAML, derived from a Java type by {@link Forms}. Reading, writing, merging, the JSON Schema
 * and the handbook all follow it, so that a new setting is a new record component and nothing else.
 */
sealed interface Form {

    /** A single value. */
    enum Scalar implements Form {
        BOOLEAN("true or false"),
        INT("a whole number"),
        LONG("a whole number"),
        DOUBLE("a number"),
        STRING("text"),
        /** Text that is safe as the name of a file or directory on every system. */
        NAME("a name");

        private final String words;

        Scalar(String words) {
            this.words = words;
        }

        boolean isNumber() {
            return this == INT || this == LONG || this == DOUBLE;
        }

        /** What a value of this form is, to be read after "must be". */
        String words() {
            return words;
        }
    }

    /** Anything that YAML can say, kept as it was written, with its place. */
    enum Any implements Form {
        ANY
    }

    /** One of some words: an enum. */
    record Choice(Map<String, Enum<?>> constants) implements Form {

        /** The word for a constant. */
        static String word(Enum<?> constant) {
            return Words.kebab(constant.name());
        }
    }

    /** A list. */
    record Items(Form element) implements Form {}

    /** A mapping with known keys: a record. */
    final class Group implements Form {
        private final String title;
        private final List<Field> fields;
        private final Function<@Nullable Object[], Object> compose;
        private final Function<Object, @Nullable Object[]> decompose;

        Group(
                String title,
                List<Field> fields,
                Function<@Nullable Object[], Object> compose,
                Function<Object, @Nullable Object[]> decompose) {
            this.title = title;
            this.fields = List.copyOf(fields);
            this.compose = compose;
            this.decompose = decompose;
        }

        /** A word for it, unique but for settings of probes. */
        String title() {
            return title;
        }

        List<Field> fields() {
            return fields;
        }

        Collection<String> names() {
            return fields.stream().map(Field::name).toList();
        }

        @Nullable
        Field field(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether nothing must be given. */
        boolean optional() {
            return fields.stream().noneMatch(Field::required);
        }

        /**
         * The object with these values, one a field.
         *
         * @throws IllegalArgumentException when they contradict each other
         */
        Object compose(@Nullable Object[] values) {
            return compose.apply(values);
        }

        /** The values of an object, one a field. */
        @Nullable
        Object[] decompose(Object object) {
            return decompose.apply(object);
        }
    }

    /** {@code variant: {settings}}, or {@code variant} alone: a sealed interface, or the probes found. */
    final class Union implements Form {
        private final String title;
        private final Map<String, Group> variants;
        private final Function<Object, String> variantOf;

        /**
         * @param variants may be filled later, since a variant may hold its own union
         * @param variantOf the variant that an object is of
         */
        Union(String title, Map<String, Group> variants, Function<Object, String> variantOf) {
            this.title = title;
            this.variants = Collections.unmodifiableMap(variants);
            this.variantOf = variantOf;
        }

        /** A word for it. */
        String title() {
            return title;
        }

        Map<String, Group> variants() {
            return variants;
        }

        String variantOf(Object object) {
            return variantOf.apply(object);
        }
    }
}
