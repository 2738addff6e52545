package org.crease.trainer.config.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value in YAML, with its place. Immutable. */
public sealed interface YamlNode {

    /** Where the value begins. */
    Mark mark();

    /**
     * A single value; what it means is for the reader's type to say.
     *
     * @param text without quotes
     * @param plain whether it was written without quotes
     */
    record Scalar(Mark mark, String text, boolean plain) implements YamlNode {

        /** Whether this is YAML's null: {@code null}, or nothing at all. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(Mark mark, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping, in the order in which it was written. */
    record Mapping(Mark mark, Map<String, Entry> entries) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** This mapping with one entry more, or another. */
        public Mapping with(String key, Entry entry) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, entry);
            return new Mapping(mark, changed);
        }

        /** This mapping less one entry. */
        public Mapping without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(mark, changed);
        }
    }

    /** The value of a key, and where the key was written. */
    record Entry(Mark keyMark, YamlNode value) {}
}
