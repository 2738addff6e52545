package org.crease.trainer.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.config.SettingsTree;
import org.crease.trainer.config.SettingsTree.Change;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.sweep.plan.SubjectConfig.RandomNetworks;
import org.crease.trainer.sweep.plan.SubjectConfig.Trainings;
import org.jspecify.annotations.Nullable;

/** Makes the cells of a sweep. A setting of random networks that varies need not be given a value of its own. */
record Expansion(SettingsTree<SweepConfig> tree, Path base) {
    private static final int MOST_CELLS = 100_000;
    private static final String NETWORKS = "subject.random-networks.";

    SweepPlan plan() {
        SweepConfig config = tree.bind(firsts());
        check(config);
        List<Cell> cells = new ArrayList<>();
        int[] at = new int[config.grid().size()];
        SettingsTree<Config> trained =
                config.subject() instanceof Trainings trainings ? trained(trainings.config()) : null;
        do {
            cells.add(cell(config, trained, at));
        } while (advance(config.grid(), at));
        return new SweepPlan(config, cells);
    }

    /** The first value of each axis, so that a setting which varies need not be given a value of its own. */
    private List<Change> firsts() {
        List<Change> firsts = new ArrayList<>();
        boolean networks = tree.part("subject", "random-networks").isPresent();
        if (networks && tree.part("grid").orElse(null) instanceof YamlNode.Sequence axes) {
            for (int i = 0; i < axes.items().size(); i++) {
                first(axes.items().get(i), "grid." + i + ".values", firsts);
            }
        }
        return firsts;
    }

    /** Leaves what is no axis to the binder, which says so. */
    private void first(YamlNode axis, String path, List<Change> firsts) {
        if (axis instanceof YamlNode.Mapping mapping
                && mapping.entries().containsKey("key")
                && mapping.entries().containsKey("values")
                && mapping.entries().get("key").value() instanceof YamlNode.Scalar key
                && mapping.entries().get("values").value() instanceof YamlNode.Sequence values) {
            if (values.items().isEmpty()) {
                throw tree.wrong(path, "is empty");
            }
            for (String each : key.text().split("\\s*,\\s*", -1)) {
                firsts.add(change(NETWORKS, each, values.items().get(0)));
            }
        }
    }

    private static Change change(String prefix, String key, YamlNode value) {
        return new Change(value.mark(), prefix + key, value);
    }

    private void check(SweepConfig config) {
        if (!config.name().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw tree.wrong(
                    "name",
                    "must be letters, digits, dots, dashes and underscores, and begin with one of" + " the first two");
        }
        long cells = 1;
        Set<String> titles = new HashSet<>(Set.of("layer", "measure"));
        if (!config.epochs().isEmpty()) {
            titles.add(Trainings.EPOCH);
        }
        for (int i = 0; i < config.grid().size(); i++) {
            AxisConfig axis = config.grid().get(i);
            String path = "grid." + i;
            if (axis.values().isEmpty()) {
                throw tree.wrong(path + ".values", "is empty");
            } else if (!titles.add(axis.title())) {
                throw tree.wrong(path, "is called " + axis.title() + ", as another key or column is");
            }
            Set<String> values = new HashSet<>();
            Set<String> words = new HashSet<>();
            for (int j = 0; j < axis.values().size(); j++) {
                String value = Canonical.text(axis.values().get(j));
                if (!values.add(value)) {
                    throw tree.wrong(path + ".values." + j, "is " + value + " for the second time");
                } else if (!words.add(axis.word(j))) {
                    throw tree.wrong(path + ".words." + j, "is " + axis.word(j) + " for the second time");
                }
            }
            cells *= axis.values().size();
            if (cells > MOST_CELLS) {
                throw tree.wrong("grid", "has more than " + MOST_CELLS + " cells");
            }
        }
        FigureChecks.check(config, tree);
    }

    private SettingsTree<Config> trained(YamlNode config) {
        if (config instanceof YamlNode.Scalar file) {
            return SettingsTree.read(Config.class, base.resolve(file.text()));
        }
        return SettingsTree.of(Config.class, config);
    }

    private static boolean advance(List<AxisConfig> grid, int[] at) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (++at[i] < grid.get(i).values().size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }

    private Cell cell(SweepConfig config, @Nullable SettingsTree<Config> trained, int[] at) {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder name = new StringBuilder();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            AxisConfig axis = config.grid().get(i);
            YamlNode value = axis.values().get(at[i]);
            String text = Canonical.text(value);
            values.put(axis.title(), axis.word(at[i]));
            name.append(i == 0 ? "" : ",").append(axis.key()).append('=').append(text);
            for (String key : axis.keys()) {
                changes.add(change(trained == null ? NETWORKS : "", key, value));
            }
        }
        return new Cell(values, name.toString(), work(config, trained, changes));
    }

    private Cell.Work work(SweepConfig config, @Nullable SettingsTree<Config> trained, List<Change> changes) {
        if (trained == null) {
            return new Cell.NetworkWork((RandomNetworks) tree.bind(changes).subject());
        }
        Config bound = trained.bind(changes);
        List<Integer> epochs = config.epochs();
        Integer trainedEpochs = bound.training().epochs();
        if (trainedEpochs != null && !epochs.isEmpty() && epochs.get(epochs.size() - 1) > trainedEpochs) {
            throw tree.wrong(
                    "subject.trainings.epochs",
                    "has " + epochs.get(epochs.size() - 1) + ", but a training ends after " + trainedEpochs);
        }
        Path from = ((Trainings) config.subject()).config() instanceof YamlNode.Scalar file
                ? parent(base.resolve(file.text()))
                : base;
        String settings = Configs.write(bound) + (epochs.isEmpty() ? "" : "looked at after epochs " + epochs);
        return new Cell.TrainingWork(bound, from, epochs, settings);
    }

    private static Path parent(Path file) {
        Path parent = file.normalize().getParent();
        return parent == null ? Path.of("") : parent;
    }
}
