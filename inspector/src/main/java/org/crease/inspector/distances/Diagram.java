package org.crease.inspector.distances;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.inspector.runs.RecordedRun;
import org.crease.probes.Array;
import org.crease.runlog.FindingEntry;

/**
 * A diagram as it was recorded: which finding of which run holds it. Its bars are read when they are asked for.
 *
 * @param run where it is
 * @param begun when the run began, so that another run of the same name is another
 * @param replay whose finding it is; empty for what was found live
 * @param finding what holds it
 * @param dimension its homology dimension
 */
public record Diagram(RecordedRun run, Instant begun, String replay, FindingEntry finding, int dimension) {
    private static final Pattern NAME = Pattern.compile("h(\\d{1,3})");

    /** The diagram of a finding. */
    public static Diagram of(RecordedRun run, String replay, FindingEntry finding, int dimension) {
        return new Diagram(run, run.manifest().created(), replay, finding, dimension);
    }

    /** Homology dimensions that the finding holds diagrams of, ascending. */
    public SortedSet<Integer> dimensions() {
        SortedSet<Integer> dimensions = new TreeSet<>();
        for (String name : arrays().keySet()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                dimensions.add(Integer.parseInt(matcher.group(1)));
            }
        }
        return dimensions;
    }

    /** Its bars; empty when the finding has none of that dimension. */
    Optional<PersistenceDiagram> bars() {
        Array rows = arrays().get("h" + dimension);
        if (rows == null
                || rows.shape().length != 2
                || rows.shape()[1] != 2
                || !(rows.data() instanceof double[] values)) {
            return Optional.empty();
        }
        PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(dimension);
        for (int k = 0; k < values.length; k += 2) {
            bars.add(values[k], values[k + 1]);
        }
        return Optional.of(bars.build());
    }

    /** What tells it from every other diagram of the catalogue. */
    Key key() {
        return new Key(run.name(), begun, replay, finding, dimension);
    }

    private Map<String, Array> arrays() {
        return run.findings(replay).read(finding).arrays();
    }

    /** A diagram's identity. A finding that was written anew has another summary. */
    record Key(String run, Instant begun, String replay, FindingEntry finding, int dimension) {}
}
