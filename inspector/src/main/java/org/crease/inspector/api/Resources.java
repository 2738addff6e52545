package org.crease.inspector.api;

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
        return Map.of(
                "/api/runs", new RunsResource(catalogue),
                "/api/run", new RunResource(catalogue),
                "/api/metrics", new MetricsResource(catalogue),
                "/api/grid", new GridResource(catalogue),
                "/api/findings", new FindingResource(catalogue),
                "/api/arrays", new ArraysResource(catalogue),
                "/api/probe-set", new ProbeSetResource(catalogue),
                "/api/kin", new KinResource(catalogue),
                "/api/layer-distances", new LayerDistancesResource(catalogue, distances),
                "/api/run-distances", new RunDistancesResource(catalogue, distances));
    }
}
