package org.crease.inspector.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crease.inspector.distances.Diagram;
import org.crease.inspector.distances.DistanceTable;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;

/**
 * How far apart the diagrams of one layer are in several runs, in each at its checkpoint nearest to a step. Runs are named in
 * one parameter with commas between them, each as in an address. A run without that layer is left out.
 */
final class RunDistancesResource implements Resource {
    private final Catalogue catalogue;
    private final DistanceTable table;

    RunDistancesResource(Catalogue catalogue, DistanceTable table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    @Override
    public Reply answer(Query query) {
        String layer = query.required("layer");
        String probe = query.required("probe");
        long step = query.number("step");
        List<String> names = new ArrayList<>();
        List<Diagram> diagrams = new ArrayList<>();
        for (String name : names(query.required("runs"))) {
            RecordedRun run = catalogue.run(name);
            nearest(run, layer, probe, step).ifPresent(entry -> {
                names.add(name);
                diagrams.add(Diagram.of(run, "", entry, DistanceReplies.dimension(query)));
            });
        }
        return DistanceReplies.of(names, diagrams, query, table);
    }

    private static Optional<FindingEntry> nearest(RecordedRun run, String layer, String probe, long step) {
        return run.findings("").entries().stream()
                .filter(entry -> entry.layer().equals(layer) && entry.probe().equals(probe))
                .min(Comparator.comparingLong(entry -> Math.abs(entry.step() - step)));
    }

    private static List<String> names(String joined) {
        List<String> names = new ArrayList<>();
        for (String name : joined.split(",", -1)) {
            try {
                names.add(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw RefusedException.bad("parameter 'runs' holds a name that is not as in an address", e);
            }
        }
        return names;
    }
}
