package org.crease.inspector.api;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.runs.Mark;
import org.crease.inspector.web.Body;
import org.crease.inspector.web.Change;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.runlog.storage.Json;

/** All that can be changed, by path. */
public final class Changes {
    private Changes() {}

    /** Changes to the runs of a directory. */
    public static Map<String, Change> of(Catalogue catalogue) {
        return Map.of(
                "/api/pin", body -> mark(catalogue, body, mark -> mark.asPinned(body.isTrue("pinned"))),
                "/api/hide", body -> mark(catalogue, body, mark -> mark.asHidden(body.isTrue("hidden"))),
                "/api/tags", body -> mark(catalogue, body, mark -> mark.tagged(body.texts("tags"))),
                "/api/delete", body -> delete(catalogue, body));
    }

    private static Reply mark(Catalogue catalogue, Body body, UnaryOperator<Mark> change) {
        catalogue.mark(body.text("run"), change);
        return Reply.json(Json.object());
    }

    /** Only for one who has typed the name. */
    private static Reply delete(Catalogue catalogue, Body body) {
        String run = body.text("run");
        if (!body.text("confirm").equals(run)) {
            throw RefusedException.bad("the name typed is not that of the run; nothing was deleted");
        }
        catalogue.delete(run);
        return Reply.json(Json.object());
    }
}
