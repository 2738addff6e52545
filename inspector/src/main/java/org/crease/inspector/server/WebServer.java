package org.crease.inspector.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.crease.inspector.web.Change;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;
import org.crease.runlog.storage.Json;
import org.eclipse.jetty.http.CookieCompliance;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import tools.jackson.databind.node.ObjectNode;

/**
 * Jetty, set up for one page and few readers, and strictly: what can be read in two ways (paths with {@code ..;}, empty or
 * encoded parts, two Host headers) is refused by its parser, long headers too, and who says nothing is hung up on.
 */
public final class WebServer implements AutoCloseable {
    private static final int MOST_THREADS = 16;

    private final Access access;
    private final Server server;
    private final ServerConnector connector;

    /**
     * Starts to listen.
     *
     * @throws IllegalStateException when the address cannot be had
     */
    public WebServer(Access access, Map<String, Resource> resources, Map<String, Change> changes) {
        this(access, resources, changes, Limits.STANDARD);
    }

    WebServer(Access access, Map<String, Resource> resources, Map<String, Change> changes, Limits limits) {
        this.access = access;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("inspector");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(access.address().getHostAddress());
        connector.setPort(access.port());
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        server.setErrorHandler(new Errors());
        Map<String, Resource> all = new HashMap<>(resources);
        Guard guard = new Guard(new Router(all, changes, limits));
        server.setHandler(guard);
        start();
        Gate gate = new Gate(access, port());
        all.put("/api/session", query -> session(gate, changes.containsKey("/api/replay")));
        guard.open(gate);
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The address of the page, with the token if one is needed. */
    public URI page() {
        return URI.create(access.page(port()));
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
        }
    }

    private static Reply session(Gate gate, boolean replays) {
        ObjectNode session = Json.object();
        session.put("token", gate.pageToken());
        session.put("replays", replays);
        return Reply.json(session);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setHttpCompliance(HttpCompliance.STRICT);
        http.setUriCompliance(UriCompliance.DEFAULT);
        http.setRequestCookieCompliance(CookieCompliance.RFC6265);
        http.setRequestHeaderSize(Limits.HEADERS);
        http.setRelativeRedirectAllowed(true);
        return http;
    }

    private void start() {
        try {
            server.start();
        } catch (Exception e) {
            IllegalStateException failure = new IllegalStateException(
                    "cannot listen on " + access.host() + " port " + access.port() + ": " + reason(e), e);
            try {
                close();
            } catch (IllegalStateException unstopped) {
                failure.addSuppressed(unstopped);
            }
            throw failure;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
