package org.crease.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crease.app.command.UserError;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.config.yaml.YamlReader;
import org.crease.trainer.config.yaml.YamlRefusedException;

/** The settings of a run by key, as written in its configuration: {@code network.layers[0].dense.units}. */
final class RunSettings {
    private RunSettings() {}

    static SortedMap<String, String> of(RunDirectory run) {
        String source = run.path().resolve("config.yaml").toString();
        List<String> problems = new ArrayList<>();
        SortedMap<String, String> settings = new TreeMap<>();
        try {
            YamlNode root =
                    YamlReader.read(run.config(), source, (mark, problem) -> problems.add(mark + ": " + problem));
            add(settings, "", root);
        } catch (YamlRefusedException e) {
            throw new UserError(e.mark() + ": " + e.getMessage(), e);
        }
        if (!problems.isEmpty()) {
            throw new UserError(problems.get(0));
        }
        return settings;
    }

    private static void add(SortedMap<String, String> settings, String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            settings.put(key, scalar.text());
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                add(settings, key + "[" + i + "]", sequence.items().get(i));
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            if (mapping.entries().isEmpty()) {
                settings.put(key, "{}");
            }
            for (Map.Entry<String, YamlNode.Entry> entry : mapping.entries().entrySet()) {
                String inner = key.isEmpty() ? entry.getKey() : key + "." + entry.getKey();
                add(settings, inner, entry.getValue().value());
            }
        }
    }
}
