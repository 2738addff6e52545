package org.crease.trainer.config;

import java.util.Map;
import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a union as it was written: {@code variant} or {@code variant: {settings}}.
 *
 * @param name the variant's name, known or not
 * @param mark where the name stands
 * @param settings what stands under it; an empty mapping when nothing does
 */
record Written(String name, Mark mark, YamlNode settings) {

    /** The variant that a value names; null when it has the shape of none. */
    static @Nullable Written of(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
            return new Written(scalar.text(), scalar.mark(), nothing(scalar.mark()));
        } else if (node instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1) {
            Map.Entry<String, YamlNode.Entry> only =
                    mapping.entries().entrySet().iterator().next();
            Mark mark = only.getValue().keyMark();
            YamlNode value = only.getValue().value();
            boolean bare = value instanceof YamlNode.Scalar scalar && scalar.isNull();
            return new Written(only.getKey(), mark, bare ? nothing(mark) : value);
        }
        return null;
    }

    /** This variant with other settings, as a value. */
    YamlNode with(YamlNode changed) {
        return new YamlNode.Mapping(mark, Map.of(name, new YamlNode.Entry(mark, changed)));
    }

    private static YamlNode nothing(Mark mark) {
        return new YamlNode.Mapping(mark, Map.of());
    }
}
