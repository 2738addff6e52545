package org.crease.trainer.sweep.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.config.SettingsTree;

/**
 * A sweep that is ready to run: every cell has been read and found right.
 *
 * @param config as it was written; settings that the grid varies have the first of their values
 * @param cells every combination of the grid's values, the last axis running fastest; one without a grid
 */
public record SweepPlan(SweepConfig config, List<Cell> cells) {
    public SweepPlan {
        cells = List.copyOf(cells);
    }

    /**
     * Reads a file.
     *
     * @param overrides settings from the command line, each {@code path=value}
     * @throws org.crease.trainer.config.ConfigException with everything that is wrong
     */
    public static SweepPlan read(Path file, List<String> overrides) {
        SettingsTree<SweepConfig> tree =
                SettingsTree.read(SweepConfig.class, file).set(overrides);
        Path parent = file.toAbsolutePath().normalize().getParent();
        return new Expansion(tree, parent == null ? Path.of("") : parent).plan();
    }

    /** The settings of the results, in short: two sweeps with the same give the same numbers. */
    public String identity() {
        StringBuilder all = new StringBuilder("seed=" + config.seed());
        for (Cell cell : cells) {
            all.append('\n').append(cell.name()).append('\n').append(cell.work().settings());
        }
        return Digests.sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What tells rows of the table apart, besides layer and measure; see {@link SweepConfig#keys}. */
    public List<String> keys() {
        return config.keys();
    }
}
