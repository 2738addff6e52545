package org.crease.runlog.compare;

import java.util.List;

/**
 * Runs that count as repetitions of one experiment.
 *
 * @param label what the group is called in tables
 * @param runs at least one
 */
public record RunGroup(String label, List<ComparedRun> runs) {

    public RunGroup {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("group " + label + " has no runs; at least one is expected");
        }
    }
}
