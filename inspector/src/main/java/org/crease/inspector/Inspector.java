package org.crease.inspector;

import java.net.URI;
import java.nio.file.Path;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.inspector.server.WebServer;

/** A page that shows the runs of a directory, served until it is closed. */
public final class Inspector implements AutoCloseable {
    private final String host;
    private final WebServer server;

    /**
     * Starts it.
     *
     * @param runs a directory that holds runs, or is one
     * @param host the address to listen on
     * @param port 0 for any free one
     * @throws IllegalArgumentException when there is no such directory
     * @throws IllegalStateException when the address cannot be had
     */
    public Inspector(Path runs, String host, int port) {
        this.host = host;
        this.server = new WebServer(host, port, Resources.of(Catalogue.in(runs)));
    }

    /** Where the page is. */
    public URI address() {
        return URI.create("http://" + host + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        server.close();
    }
}
