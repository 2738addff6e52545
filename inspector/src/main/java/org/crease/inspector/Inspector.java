package org.crease.inspector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.crease.inspector.api.Changes;
import org.crease.inspector.api.Replaying;
import org.crease.inspector.api.Resources;
import org.crease.inspector.jobs.Jobs;
import org.crease.inspector.jobs.Replayer;
import org.crease.inspector.logs.ForeignLogs;
import org.crease.inspector.logs.LogResources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.server.Access;
import org.crease.inspector.server.WebServer;
import org.crease.inspector.web.Change;
import org.crease.inspector.web.Resource;
import org.jspecify.annotations.Nullable;

/** A page that shows the runs of a directory, served until it is closed. */
public final class Inspector implements AutoCloseable {
    private final @Nullable Jobs jobs;
    private final WebServer server;

    /**
     * Starts it.
     *
     * @param runs a directory that holds runs, or is one; may be made later
     * @param replayer replays checkpoints when the page asks for it; null where nothing can be replayed
     * @throws IllegalArgumentException when there is something else than a directory
     * @throws IllegalStateException when the address cannot be had
     */
    public Inspector(Path runs, Access access, @Nullable Replayer replayer) {
        Catalogue catalogue = Catalogue.live(runs, Clock.systemUTC());
        catalogue.readAhead();
        Map<String, Resource> resources = new HashMap<>(Resources.of(catalogue));
        resources.putAll(LogResources.of(new ForeignLogs(runs)));
        Map<String, Change> changes = new HashMap<>(Changes.of(catalogue));
        jobs = replayer == null ? null : new Jobs(replayer);
        if (replayer != null && jobs != null) {
            Replaying replaying = new Replaying(catalogue, replayer, jobs);
            resources.putAll(replaying.resources());
            changes.putAll(replaying.changes());
        }
        server = new WebServer(access, resources, changes);
    }

    /** Starts it for this machine alone, on any free port. */
    public static Inspector onLoopback(Path runs) {
        return new Inspector(runs, Access.to("127.0.0.1", 0, null), null);
    }

    /** Where the page is; with the token, where one is needed. */
    public URI address() {
        return server.page();
    }

    @Override
    public void close() {
        if (jobs != null) {
            jobs.close();
        }
        server.close();
    }
}
