package org.crease.trainer.config;

import org.crease.trainer.config.yaml.Mark;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Paths of settings, such as {@code network.layers.0.dense.units}: keys, names of variants and places in lists. */
final class SettingPath {

    private SettingPath() {}

    static String join(String outer, String inner) {
        return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "." + inner;
    }

    /** Where the setting at a path was written, or else what it would be part of. */
    static Mark mark(YamlNode root, String path) {
        YamlNode node = root;
        for (String step : path.split("\\.", -1)) {
            YamlNode next = step(node, step);
            if (next == null) {
                return node.mark();
            }
            node = next;
        }
        return node.mark();
    }

    private static @Nullable YamlNode step(YamlNode node, String step) {
        if (node instanceof YamlNode.Mapping mapping && mapping.entries().containsKey(step)) {
            return mapping.entries().get(step).value();
        } else if (node instanceof YamlNode.Sequence sequence && step.matches("[0-9]{1,6}")) {
            int index = Integer.parseInt(step);
            return index < sequence.items().size() ? sequence.items().get(index) : null;
        }
        return null;
    }
}
