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

        @Setting("Its values") List<YamlNode> values) {

    /** The settings that take its values. */
    public List<String> keys() {
        return List.of(key.split("\\s*,\\s*", -1));
    }

    /** What it is called. */
    public String title() {
        return name == null ? key : name;
    }
}
