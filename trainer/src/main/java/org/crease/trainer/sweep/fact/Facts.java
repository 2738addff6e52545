package org.crease.trainer.sweep.fact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crease.trainer.config.SettingsTree;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.fact.FactsConfig.FactConfig;

/**
 * The expected numbers of one sweep.
 *
 * @param paper that they are from
 * @param facts in the file's order
 */
public record Facts(String paper, List<Fact> facts) {

    public Facts {
        facts = List.copyOf(facts);
    }

    /**
     * Reads a file.
     *
     * @throws org.crease.trainer.config.ConfigException with everything that is wrong
     */
    public static Facts read(Path file) {
        SettingsTree<FactsConfig> tree = SettingsTree.read(FactsConfig.class, file);
        FactsConfig config = tree.bind(List.of());
        List<Fact> facts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < config.expected().size(); i++) {
            FactConfig fact = config.expected().get(i);
            String path = "expected." + i;
            if (!ids.add(fact.id())) {
                throw tree.wrong(path + ".id", "is " + fact.id() + " for the second time");
            } else if (!(fact.cell() instanceof YamlNode.Mapping cell)) {
                throw tree.wrong(path + ".cell", "must be a mapping of keys to values");
            } else {
                facts.addAll(facts(fact, cell));
            }
        }
        return new Facts(config.paper(), facts);
    }

    /** The file of facts that belongs to a sweep's: {@code a.sweep.yaml} has {@code a.expected.yaml}. */
    public static Path beside(Path sweep) {
        String name = sweep.getFileName().toString();
        return sweep.resolveSibling(name.replaceFirst("(\\.sweep)?\\.yaml$", ".expected.yaml"));
    }

    private static List<Fact> facts(FactConfig config, YamlNode.Mapping mapping) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < config.values().size(); i++) {
            Map<String, String> cell = new LinkedHashMap<>();
            mapping.entries().forEach((key, entry) -> cell.put(key, text(entry.value())));
            String id = config.id();
            String layer = config.layer();
            if (config.along() != null && config.at() != null) {
                String value = text(config.at().get(i));
                id += "[" + config.along() + "=" + value + "]";
                if (config.along().equals("layer")) {
                    layer = value;
                } else {
                    cell.put(config.along(), value);
                }
            }
            facts.add(new Fact(
                    id,
                    config.what(),
                    cell,
                    layer,
                    config.measure(),
                    config.told(),
                    config.values().get(i),
                    config.within() == null ? 0 : config.within(),
                    config.standardErrors() == null ? 0 : config.standardErrors(),
                    config.repetitions(),
                    config.source()));
        }
        return facts;
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar ? scalar.text() : node.toString();
    }

    /**
     * Holds a sweep's table against the facts.
     *
     * @throws IllegalArgumentException when the table lacks a cell that a fact is about
     */
    public List<Verdict> judge(SweepTable table) {
        return facts.stream().map(fact -> Verdict.of(fact, table)).toList();
    }
}
