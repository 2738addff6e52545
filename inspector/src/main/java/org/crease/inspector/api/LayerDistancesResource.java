package org.crease.inspector.api;

import java.util.ArrayList;
import java.util.List;
import org.crease.inspector.distances.Diagram;
import org.crease.inspector.distances.DistanceTable;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;

/** How far apart the diagrams of a run's layers are at one step. */
final class LayerDistancesResource implements Resource {
    private final Catalogue catalogue;
    private final DistanceTable table;

    LayerDistancesResource(Catalogue catalogue, DistanceTable table) {
        this.catalogue = catalogue;
        this.table = table;
    }

    @Override
    public Reply answer(Query query) {
        RecordedRun run = catalogue.run(query.required("run"));
        String replay = query.text("replay").orElse("");
        String probe = query.required("probe");
        long step = query.number("step");
        List<String> layers = new ArrayList<>();
        List<Diagram> diagrams = new ArrayList<>();
        for (FindingEntry entry : run.findings(replay).entries()) {
            if (entry.step() == step && entry.probe().equals(probe)) {
                layers.add(entry.layer());
                diagrams.add(Diagram.of(run, replay, entry, DistanceReplies.dimension(query)));
            }
        }
        return DistanceReplies.of(layers, diagrams, query, table);
    }
}
