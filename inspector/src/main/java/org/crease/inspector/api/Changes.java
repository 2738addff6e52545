package org.crease.inspector.api;

import java.util.Map;
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
                "/api/mark", body -> mark(catalogue, body),
                "/api/delete", body -> delete(catalogue, body));
    }

    /** What is not named stays as it is. */
    private static Reply mark(Catalogue catalogue, Body body) {
        catalogue.mark(
                body.text("run"),
                mark -> new Mark(
                        body.texts("tags").orElse(mark.tags()),
                        body.flag("pinned").orElse(mark.pinned()),
                        body.flag("hidden").orElse(mark.hidden())));
        return Reply.json(Json.object());
    }

    /** Only for one who has typed the name. */
    private static Reply delete(Catalogue catalogue, Body body) {
        String run = body.text("run");
        if (!body.text("typed").equals(run)) {
            throw RefusedException.bad("the name typed is not that of the run; nothing was deleted");
        }
        catalogue.delete(run);
        return Reply.json(Json.object());
    }
}
