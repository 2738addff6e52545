package org.crease.inspector.api;

import java.util.List;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.storage.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What probes found in one layer at one step, without arrays. */
final class FindingResource implements Resource {
    private final Catalogue catalogue;

    FindingResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Reply answer(Query query) {
        long step = query.number("step");
        String layer = query.required("layer");
        ObjectNode reply = Json.object();
        ArrayNode findings = reply.putArray("findings");
        List<FindingEntry> entries = catalogue
                .run(query.required("run"))
                .findings(query.text("replay").orElse(""), step, layer);
        for (FindingEntry entry : entries) {
            ObjectNode finding = findings.addObject();
            finding.put("probe", entry.probe());
            Json.putNumbers(finding, "summary", entry.summary());
            ArrayNode notes = finding.putArray("notes");
            entry.notes().forEach(notes::add);
        }
        return Reply.json(reply);
    }
}
