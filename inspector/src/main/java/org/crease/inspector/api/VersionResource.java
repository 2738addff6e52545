package org.crease.inspector.api;

import java.util.Optional;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ObjectNode;

/** A number that grows when a run, or the table of all, has changed: what a page asks every few seconds. */
final class VersionResource implements Resource {
    private final Catalogue catalogue;

    VersionResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        Optional<String> run = query.text("run");
        ObjectNode reply = Json.object();
        reply.put("version", run.isPresent() ? catalogue.run(run.get()).version() : catalogue.version());
        return Reply.json(reply);
    }
}
