package org.crease.trainer.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;

/**
 * A configuration as a row of a table: its single values by key, {@code network.layers[0].dense.units}. What changes nothing in
 * the training is left out, and lists of single values are one value.
 */
final class Hyperparameters {
    /** Keys that name the run, or say what is stored and looked at. */
    private static final Set<String> LEFT_OUT =
            Set.of("schema", "name", "runs", "checkpoints", "probes", "probe-set", "probing");

    /** Numbers that a double holds exactly enough; longer integers, such as most seeds of machines, stay text. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}|-?\\d+(\\.\\d+)?([eE][-+]?\\d+)|-?\\d+\\.\\d+");

    private Hyperparameters() {}

    /** @param yaml a configuration as written by us */
    static Map<String, Object> of(String yaml) {
        Map<String, Object> settings = new LinkedHashMap<>();
        try {
            YamlNode root = YamlReader.read(yaml, "config.yaml", (mark, problem) -> {
                throw new IllegalStateException(mark + ": " + problem);
            });
            if (root instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach((key, entry) -> {
                    if (!LEFT_OUT.contains(key)) {
                        add(settings, key, entry.value());
                    }
                });
            }
        } catch (YamlRefusedException e) {
            throw new IllegalStateException("a configuration of ours cannot be read: " + e.getMessage(), e);
        }
        return settings;
    }

    private static void add(Map<String, Object> settings, String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            if (!scalar.isNull()) {
                settings.put(key, value(scalar));
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            list(settings, key, sequence.items());
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((inner, entry) -> add(settings, key + "." + inner, entry.value()));
        }
    }

    private static void list(Map<String, Object> settings, String key, List<YamlNode> items) {
        if (items.stream().allMatch(YamlNode.Scalar.class::isInstance)) {
            settings.put(
                    key,
                    items.stream()
                            .map(item -> ((YamlNode.Scalar) item).text())
                            .collect(Collectors.joining(", ", "[", "]")));
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            add(settings, key + "[" + i + "]", items.get(i));
        }
    }

    private static Object value(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return Boolean.valueOf(text);
        }
        return scalar.plain() && NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
