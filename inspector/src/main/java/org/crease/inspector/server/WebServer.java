package org.crease.inspector.server;

import java.util.Map;
import org.crease.inspector.web.Resource;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, set up for one page and few readers. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException when the address cannot be had
     */
    public WebServer(String host, int port, Map<String, Resource> resources) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("inspector");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Guard(new Router(resources)));
        start();
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
        }
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            close();
            throw new IllegalStateException(
                    "cannot listen on " + connector.getHost() + " port " + connector.getPort() + ": " + e.getMessage(),
                    e);
        }
    }
}
