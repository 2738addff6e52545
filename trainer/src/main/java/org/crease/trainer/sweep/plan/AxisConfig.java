package org.crease.trainer.sweep.plan;

import java.util.List;
import org.crease.probes.Setting;
import org.crease.trainer.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** One setting of the subject and the values that it takes. */
public record AxisConfig(
        @Setting("The setting, by its path below the kind of subject, such as inputs or training.batch-size; several,"
                + " with commas between them, take the same values")
        String key,

        @Setting("What it is called in tables and figures; without it, the key") @Nullable
        String name,

        @Setting("Its values") List<YamlNode> values,

        @Setting(
                value =
                        "What they are called in tables, figures and facts, one word each; without any, as they are written",
                byDefault = "[]")
        List<String> words) {

    public AxisConfig {
        if (!words.isEmpty() && words.size() != values.size()) {
            throw new IllegalArgumentException(
                    "words has " + words.size() + " of them, but values has " + values.size());
        }
    }

    /** The settings that take its values. */
    public List<String> keys() {
        return List.of(key.split("\\s*,\\s*", -1));
    }

    /** What it is called. */
    public String title() {
        return name == null ? key : name;
    }

    /** What one of its values is called. */
    String word(int number) {
        return words.isEmpty() ? Canonical.text(values.get(number)) : words.get(number);
    }
}
