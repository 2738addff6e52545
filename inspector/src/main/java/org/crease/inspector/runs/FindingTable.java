package org.crease.inspector.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.storage.LineTail;
import org.jspecify.annotations.Nullable;

/** The findings of a run, or of a replay of it, read on as they grow. */
final class FindingTable {
    private final FindingsLog log;
    private final LineTail tail;
    private final FindingIndex index = new FindingIndex();

    FindingTable(Path run, Path root, FindingsLog log) {
        this.log = log;
        this.tail = new LineTail(run, root.resolve("findings.jsonl"));
    }

    FindingsLog log() {
        return log;
    }

    /** Reads on; returns whether there was anything new. */
    boolean refresh() {
        return tail.read(index);
    }

    long bytes() {
        return index.bytes();
    }

    @Nullable
    String problem() {
        return index.problem();
    }

    List<Outline> outlines(int mostSteps) {
        List<Outline> outlines = new ArrayList<>();
        index.probes().forEach((probe, columns) -> {
            List<String> scalars = new ArrayList<>();
            columns.scalars().forEach(scalars::add);
            outlines.add(new Outline(
                    probe, List.copyOf(columns.layers()), scalars, columns.steps(mostSteps), columns.stepCount()));
        });
        return outlines;
    }

    Grid grid(String probe, String scalar, List<String> layers, int mostSteps) {
        ProbeColumns columns = index.probes().get(probe);
        if (columns == null) {
            throw RefusedException.missing("the run has no findings of that probe");
        }
        long[] steps = columns.steps(mostSteps);
        Map<String, double[]> found = columns.grid(scalar, steps);
        Map<String, double[]> rows = new LinkedHashMap<>();
        layers.stream().filter(found::containsKey).forEach(layer -> rows.put(layer, found.get(layer)));
        found.forEach(rows::putIfAbsent);
        return new Grid(steps, rows, columns.stepCount());
    }

    List<FindingEntry> at(long step, String layer) {
        List<FindingEntry> entries = new ArrayList<>();
        index.probes().keySet().forEach(probe -> find(step, layer, probe, entries));
        return entries;
    }

    FindingEntry at(long step, String layer, String probe) {
        List<FindingEntry> entries = new ArrayList<>();
        find(step, layer, probe, entries);
        if (entries.isEmpty()) {
            throw RefusedException.missing("there is no such finding");
        }
        return entries.get(0);
    }

    private void find(long step, String layer, String probe, List<FindingEntry> entries) {
        ProbeColumns columns = index.probes().get(probe);
        long[] place = columns == null ? new long[0] : columns.find(step, layer);
        if (place.length > 0) {
            entries.add(log.entry(place[0], (int) place[1]));
        }
    }
}
