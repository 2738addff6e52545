package org.crease.trainer.sweep.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crease.trainer.config.SettingsTree;
import org.crease.trainer.sweep.plan.FigureConfig.TheoryConfig;
import org.crease.trainer.sweep.plan.SubjectConfig.Trainings;
import org.jspecify.annotations.Nullable;

/** Whether figures name what a sweep has. */
final class FigureChecks {
    private static final String LAYER = "layer";

    private FigureChecks() {}

    static void check(SweepConfig config, SettingsTree<SweepConfig> tree) {
        List<String> keys = config.keys();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < config.figures().size(); i++) {
            FigureConfig figure = config.figures().get(i);
            String path = "figures." + i;
            checkKey(figure.x(), path + ".x", keys, tree);
            checkKey(figure.series(), path + ".series", keys, tree);
            if (!names.add(figure.name()) || !figure.name().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw tree.wrong(path + ".name", "must be a name for files that no other figure has");
            } else if (figure.measures().isEmpty()) {
                throw tree.wrong(path + ".measures", "is empty; nothing would be drawn");
            }
            checkOthers(config, figure, path, tree);
            checkTheory(figure, path, keys, tree);
        }
    }

    /** A point of a figure is one cell: keys that it does not show have one value. */
    private static void checkOthers(
            SweepConfig config, FigureConfig figure, String path, SettingsTree<SweepConfig> tree) {
        for (AxisConfig axis : config.grid()) {
            checkShown(axis.title(), axis.values().size(), figure, path, tree);
        }
        checkShown(Trainings.EPOCH, config.epochs().size(), figure, path, tree);
    }

    private static void checkShown(
            String key, int values, FigureConfig figure, String path, SettingsTree<SweepConfig> tree) {
        if (values > 1 && !key.equals(figure.x()) && !key.equals(figure.series())) {
            throw tree.wrong(path, "shows " + key + " neither along x nor by series, but it has " + values + " values");
        }
    }

    private static void checkKey(@Nullable String key, String path, List<String> keys, SettingsTree<SweepConfig> tree) {
        if (key != null && !key.equals(LAYER) && !keys.contains(key)) {
            throw tree.wrong(path, "must be layer or one of the grid's keys " + keys + ", not " + key);
        }
    }

    private static void checkTheory(
            FigureConfig figure, String path, List<String> keys, SettingsTree<SweepConfig> tree) {
        for (int i = 0; i < figure.theory().size(); i++) {
            TheoryConfig theory = figure.theory().get(i);
            String at = path + ".theory." + i + ".formula";
            try {
                for (String name : Formula.parse(theory.formula()).names()) {
                    if (!name.equals(figure.x()) && !name.equals(figure.series())) {
                        throw tree.wrong(
                                at, "has " + name + ", which is neither x nor series of the figure; keys are " + keys);
                    }
                }
            } catch (IllegalArgumentException e) {
                throw tree.wrong(at, String.valueOf(e.getMessage()));
            }
        }
    }
}
