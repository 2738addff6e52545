package org.crease.inspector.api;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import org.crease.inspector.distances.DistanceTable;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Resource;

/** All that can be asked for, by path. */
public final class Resources {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Resources() {}

    /** Questions about the runs of a directory. */
    public static Map<String, Resource> of(Catalogue catalogue) {
        DistanceTable distances = new DistanceTable(PATIENCE);
        return Map.ofEntries(
                entry("/api/runs", new RunsResource(catalogue)),
                entry("/api/version", new VersionResource(catalogue)),
                entry("/api/run", new RunResource(catalogue)),
                entry("/api/metrics", new MetricsResource(catalogue)),
                entry("/api/grid", new GridResource(catalogue)),
                entry("/api/findings", new FindingResource(catalogue)),
                entry("/api/arrays", new ArraysResource(catalogue)),
                entry("/api/probe-set", new ProbeSetResource(catalogue)),
                entry("/api/kin", new KinResource(catalogue)),
                entry("/api/layer-distances", new LayerDistancesResource(catalogue, distances)),
                entry("/api/run-distances", new RunDistancesResource(catalogue, distances)));
    }
}
