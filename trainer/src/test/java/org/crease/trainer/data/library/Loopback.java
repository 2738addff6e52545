package org.crease.trainer.data.library;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that answers as a test tells it to. */
final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What was asked for: the name and the range. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    Loopback() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** How a request is answered. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    void on(String name, Answer answer) {
        answers.put("/" + name, answer);
    }

    void serve(String name, byte[] content) {
        on(name, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            sendAndClose(exchange, content, 0, content.length);
        });
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Sends some bytes and closes the connection, whatever length was announced. */
    static void sendAndClose(HttpExchange exchange, byte[] content, int from, int to) throws IOException {
        exchange.getResponseBody().write(Arrays.copyOfRange(content, from, to));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path.substring(1) + " " + exchange.getRequestHeaders().getFirst("Range"));
        Answer answer = answers.get(path);
        if (answer == null) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        } else {
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
