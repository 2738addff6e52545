package org.crease.trainer.reproduction;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.trainer.config.yaml.YamlNode;

/** Cells of a grid as facts name them: a mapping of keys to values. */
final class Cells {
    private Cells() {}

    /**
     * The values by key.
     *
     * @throws IllegalArgumentException when it is not a mapping of keys to single values
     */
    static Map<String, String> of(YamlNode at) {
        if (!(at instanceof YamlNode.Mapping mapping)) {
            throw new IllegalArgumentException(
                    "a cell is a mapping of keys of the grid to values, such as {inputs: 10}");
        }
        Map<String, String> values = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            values.put(key, value(entry.value()));
        });
        return values;
    }

    /**
     * One value.
     *
     * @throws IllegalArgumentException when it is a list or a mapping
     */
    static String value(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw new IllegalArgumentException(
                "the value of a key of the grid is a list or a mapping; it must be a single one");
    }

    /** Both together. */
    static Map<String, String> of(YamlNode shared, YamlNode own) {
        Map<String, String> values = new LinkedHashMap<>(of(shared));
        values.putAll(of(own));
        return values;
    }
}
