package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.RecordedRun;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;

/** The arrays of a finding: its npz, as it lies on disk. */
final class ArraysResource implements Resource {
    private final Catalogue catalogue;

    ArraysResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        RecordedRun run = catalogue.run(query.required("run"));
        String replay = query.text("replay").orElse("");
        FindingEntry entry =
                run.finding(replay, query.number("step"), query.required("layer"), query.required("probe"));
        return Reply.npz(run.findings(replay).file(entry));
    }
}
