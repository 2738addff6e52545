package org.crease.inspector;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.crease.inspector.api.Changes;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.server.Access;
import org.crease.inspector.server.WebServer;

/** A page that shows the runs of a directory, served until it is closed. */
public final class Inspector implements AutoCloseable {
    private final WebServer server;

    /**
     * Starts it.
     *
     * @param runs a directory that holds runs, or is one; may be made later
     * @throws IllegalArgumentException when there is something else than a directory
     * @throws IllegalStateException when the address cannot be had
     */
    public Inspector(Path runs, Access access) {
        Catalogue catalogue = Catalogue.live(runs, Clock.systemUTC());
        this.server = new WebServer(access, Resources.of(catalogue), Changes.of(catalogue));
    }

    /** Starts it for this machine alone, on any free port. */
    public static Inspector onLoopback(Path runs) {
        return new Inspector(runs, Access.to("127.0.0.1", 0, null));
    }

    /** Where the page is; with the token, where one is needed. */
    public URI address() {
        return server.page();
    }

    @Override
    public void close() {
        server.close();
    }
}
