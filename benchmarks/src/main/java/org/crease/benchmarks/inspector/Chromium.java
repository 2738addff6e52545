package org.crease.benchmarks.inspector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, spoken to by its own protocol, so that nothing stands between it and the clock. */
final class Chromium implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();

    /** Starts one with an empty profile. */
    Chromium(String program) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("crease-inspector");
        process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--window-size=1280,720",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient http = HttpClient.newHttpClient();
        socket = http.newWebSocketBuilder()
                .buildAsync(page(http), new Ear())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        ask("Page.enable", Map.of());
    }

    private URI page(HttpClient http) throws IOException, InterruptedException {
        Path file = profile.resolve("DevToolsActivePort");
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.sleep(LOOK_MILLIS);
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                URI list = URI.create("http://127.0.0.1:" + lines.get(0) + "/json/list");
                String body = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                        .body();
                for (JsonNode target : MAPPER.readTree(body)) {
                    if (target.path("type").asString("").equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").stringValue());
                    }
                }
            }
        }
        throw new IllegalStateException("Chromium does not start");
    }

    /**
     * Opens an address and waits for what is to be seen.
     *
     * @param selector of an element that is there when the view is
     * @return milliseconds from the start of the navigation to that element
     */
    double open(String address, String selector) throws InterruptedException {
        ask("Page.navigate", Map.of("url", "about:blank"));
        JsonNode script = ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                        new MutationObserver(() => {
                          if (!window.seenAt && document.querySelector(%s)) window.seenAt = performance.now();
                        }).observe(document, {childList: true, subtree: true, attributes: true});
                        """.formatted(
                        MAPPER.writeValueAsString(selector))));
        ask("Page.navigate", Map.of("url", address));
        double seen = 0;
        long start = System.nanoTime();
        while (seen == 0 && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.sleep(LOOK_MILLIS);
            seen = number("window.seenAt ?? 0");
        }
        ask(
                "Page.removeScriptToEvaluateOnNewDocument",
                Map.of("identifier", script.path("identifier").stringValue()));
        return seen == 0 ? Double.NaN : seen;
    }

    /** MiB of the page's JavaScript objects, after what is unused was collected. */
    double heapMebibytes() {
        ask("HeapProfiler.collectGarbage", Map.of());
        JsonNode usage = ask("Runtime.getHeapUsage", Map.of());
        return usage.path("usedSize").asDouble(Double.NaN) / (1 << 20);
    }

    private double number(String expression) {
        return ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
                .path("result")
                .path("value")
                .asDouble(0);
    }

    private JsonNode ask(String method, Map<String, Object> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        String message = MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
        socket.sendText(message, true).join();
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        Folders.delete(profile);
    }

    /** Hands answers to those who asked. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean whole) {
            text.append(part);
            if (whole) {
                JsonNode message = MAPPER.readTree(text.toString());
                text.setLength(0);
                CompletableFuture<JsonNode> asked =
                        answers.remove(message.path("id").asInt(0));
                if (asked != null) {
                    asked.complete(message.path("result"));
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
