package org.crease.inspector.api;

import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;

/** The samples that a run's probes look at: its npz, as it lies on disk. */
final class ProbeSetResource implements Resource {
    private final Catalogue catalogue;

    ProbeSetResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        return Reply.npz(catalogue.run(query.required("run")).probeSet());
    }
}
