package org.crease.runlog.compare;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison looks at in a run.
 *
 * @param name of the run's directory
 * @param path of it
 * @param seed of its configuration
 * @param continuity {@code continuous}, {@code discontinuous} or null when the task does not say
 * @param status where it stands
 * @param settings of its configuration by key, and SHA-256 of its data by file
 * @param findings live ones or those of a replay
 * @param strata of those findings that have them, in their order
 * @param epochs whole passes over the data done, by step, for every checkpoint in the index
 */
public record ComparedRun(
        String name,
        Path path,
        long seed,
        @Nullable String continuity,
        Manifest.Status status,
        SortedMap<String, String> settings,
        List<FindingEntry> findings,
        List<Strata> strata,
        SortedMap<Long, Integer> epochs) {

    public ComparedRun {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        findings = List.copyOf(findings);
        strata = List.copyOf(strata);
        epochs = Collections.unmodifiableSortedMap(new TreeMap<>(epochs));
    }

    /**
     * Reads a run.
     *
     * @param findings the run's own or those of one of its replays
     * @param settings of its configuration by key; this room reads no YAML
     * @throws org.crease.runlog.storage.CorruptFileException when the arrays of a finding are missing or damaged
     */
    public static ComparedRun read(RunDirectory run, FindingsLog findings, Map<String, String> settings) {
        Manifest manifest = run.manifest();
        SortedMap<String, String> all = new TreeMap<>(settings);
        manifest.data().forEach((file, sha) -> all.put("sha256 of " + file, sha));
        SortedMap<Long, Integer> epochs = new TreeMap<>();
        for (CheckpointEntry entry : run.checkpoints().entries()) {
            epochs.put(entry.step(), entry.epoch());
        }
        List<FindingEntry> entries = findings.entries();
        return new ComparedRun(
                run.name(),
                run.path(),
                manifest.seed(),
                manifest.continuity(),
                manifest.status(),
                all,
                entries,
                entries.stream()
                        .map(findings::read)
                        .map(Strata::of)
                        .flatMap(Optional::stream)
                        .toList(),
                epochs);
    }
}
