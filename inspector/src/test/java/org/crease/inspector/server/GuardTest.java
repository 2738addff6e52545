package org.crease.inspector.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.inspector.web.Reply;
import org.crease.runlog.storage.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests no browser of a well-meaning user sends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {
    private static final Limits SHORT = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(3), 300);
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([A-Za-z0-9_-]+)\"");

    private final AtomicInteger changes = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private WebServer server;

    private int port;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private String pageToken;

    @BeforeAll
    void start() {
        server = serve("127.0.0.1", null);
        port = server.port();
        pageToken = pageTokenOf(get("/api/session"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void h1_loopbackIsAnsweredWithoutAToken() {
        assertThat(RawHttp.status(get("/"))).isEqualTo(200);
        assertThat(server.page()).hasToString("http://127.0.0.1:" + port + "/");
    }

    @Test
    void h1_anyOtherAddressGetsARandomToken() {
        Access open = Access.to("0.0.0.0", 0, null);

        assertThat(open.token()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Access.to("0.0.0.0", 0, null).token()).isNotEqualTo(open.token());
        assertThat(Access.to("::", 0, null).token()).isNotNull();
        assertThat(Access.to("::1", 0, null).token()).isNull();
        assertThat(Access.to("localhost", 0, null).token()).isNull();
    }

    @Test
    void h1_aTokenThatCouldBeGuessedIsRefused() {
        assertThatThrownBy(() -> Access.to("0.0.0.0", 0, "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16 to 128");
        assertThatThrownBy(() -> Access.to("127.0.0.1", 0, "a b c d e f g h i j k"))
                .hasMessageNotContaining("a b");
    }

    @Test
    void h1_withATokenNothingIsToldWithoutIt() {
        String token = "0123456789abcdef";
        try (WebServer guarded = serve("0.0.0.0", token)) {
            int there = guarded.port();
            String host = "Host: 127.0.0.1:" + there + "\r\n";
            for (String path : List.of(
                    "/",
                    "/js/main.js",
                    "/api/thing",
                    "/api/session",
                    "/api/thing?token=" + token,
                    "/?token=",
                    "/?token=0123456789abcdeg",
                    "/?token=" + token + "0")) {
                String refused =
                        RawHttp.send(there, "GET " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
                assertThat(RawHttp.status(refused)).as(path).isEqualTo(401);
                assertThat(refused).doesNotContain("Set-Cookie").doesNotContain(token + "\"");
            }
            String entered =
                    RawHttp.send(there, "GET /?token=" + token + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
            assertThat(RawHttp.status(entered)).isEqualTo(303);
            assertThat(entered)
                    .contains("Location: /\r\n")
                    .containsPattern(
                            "Set-Cookie: crease-" + there + "=" + token + "; Path=/; HttpOnly; SameSite=Strict\r\n");
            String known = RawHttp.send(
                    there,
                    "GET /api/thing HTTP/1.1\r\n" + host + "Cookie: crease-" + there + "=" + token
                            + "\r\nConnection: close\r\n\r\n");
            assertThat(RawHttp.status(known)).isEqualTo(200);
            assertThat(RawHttp.status(RawHttp.send(
                            there,
                            "GET /api/thing HTTP/1.1\r\n" + host + "Cookie: crease-" + there
                                    + "=x\r\nConnection: close\r\n\r\n")))
                    .isEqualTo(401);
        }
    }

    @Test
    void h2_onlyOurOwnNamesAreAnswered() {
        for (String name : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]", "[0:0:0:0:0:0:0:1]")) {
            assertThat(statusFor("Host: " + name + ":" + port)).as(name).isEqualTo(200);
        }
        for (String name : List.of(
                "attacker.example",
                "10.attacker.example",
                "localhost.attacker.example",
                "127.0.0.1.attacker.example",
                "localhost.",
                "10.0.0.7",
                "0.0.0.0",
                "127.1",
                "2130706433",
                "0177.0.0.1",
                "[::]",
                "[::ffff:10.0.0.7]",
                "[fe80::1]")) {
            assertThat(statusFor("Host: " + name + ":" + port)).as(name).isIn(400, 421);
        }
    }

    @Test
    void h2_anotherPortIsNotOurs() {
        assertThat(statusFor("Host: 127.0.0.1:" + (port == 1024 ? 1025 : 1024))).isEqualTo(421);
        assertThat(statusFor("Host: 127.0.0.1")).isEqualTo(421);
        assertThat(statusFor("Host: 127.0.0.1:" + port + "0")).isIn(400, 421);
        assertThat(statusFor("Host: localhost:")).isIn(400, 421);
    }

    @Test
    void h2_noHostOrTwoAreRefused() {
        assertThat(statusFor("Accept: */*")).isEqualTo(400);
        assertThat(statusFor("Host: ")).isIn(400, 421);
        assertThat(statusFor("Host: 127.0.0.1:" + port + "\r\nHost: 127.0.0.1:" + port))
                .isEqualTo(400);
        assertThat(statusFor("Host: 127.0.0.1:" + port + "\r\nHost: attacker.example"))
                .isEqualTo(400);
        assertThat(RawHttp.send(port, "GET / HTTP/1.0\r\n\r\n")).matches("(?s)HTTP/1.1 (400|421|505) .*");
        assertThat(RawHttp.status(RawHttp.send(
                        port,
                        "GET http://attacker.example/ HTTP/1.1\r\nHost: 127.0.0.1:" + port
                                + "\r\nConnection: close\r\n\r\n")))
                .isIn(400, 421);
    }

    @Test
    void h2_aWildcardAddressAnswersLiteralsAlone() {
        Hosts hosts = new Hosts(Access.to("0.0.0.0", 0, null), 6007);

        assertThat(hosts.allows(List.of("192.0.2.7:6007"))).isTrue();
        assertThat(hosts.allows(List.of("[2001:db8::7]:6007"))).isTrue();
        assertThat(hosts.allows(List.of("attacker.example:6007"))).isFalse();
        assertThat(hosts.allows(List.of("192.0.2.7.attacker.example:6007"))).isFalse();
        assertThat(hosts.allows(List.of("192.0.2.7:6008"))).isFalse();
        assertThat(hosts.allows(List.of())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "HEAD", "CONNECT", "PROPFIND", "get", "MADEUP"})
    void h3_otherMethodsAreRefused(String method) {
        String answer = RawHttp.send(port, method + " /api/thing HTTP/1.1\r\n" + host() + "Connection: close\r\n\r\n");

        assertThat(RawHttp.status(answer)).isIn(400, 405, 501);
    }

    @Test
    void h3_aChangeIsMadeByThisPageAlone() {
        int before = changes.get();
        String origin = "Origin: http://127.0.0.1:" + port + "\r\n";
        String token = "X-Crease-Token: " + pageToken + "\r\n";
        String json = "Content-Type: application/json\r\n";

        assertThat(RawHttp.status(get("/api/change"))).isEqualTo(405);
        assertThat(post(origin + json)).isEqualTo(403);
        assertThat(post(token + json)).isEqualTo(403);
        assertThat(post("Origin: null\r\n" + token + json)).isEqualTo(403);
        assertThat(post("Origin: http://attacker.example\r\n" + token + json)).isEqualTo(403);
        assertThat(post("Origin: http://127.0.0.1:1\r\n" + token + json)).isEqualTo(403);
        assertThat(post("Origin: https://127.0.0.1:" + port + "\r\n" + token + json))
                .isEqualTo(403);
        assertThat(post(origin + origin + token + json)).isEqualTo(403);
        assertThat(post(origin + "X-Crease-Token: " + pageToken + "x\r\n" + json))
                .isEqualTo(403);
        assertThat(post(origin + token + "Content-Type: text/plain\r\n")).isEqualTo(400);
        assertThat(post(origin + token + json + "Sec-Fetch-Site: cross-site\r\n"))
                .isEqualTo(403);
        assertThat(changes).hasValue(before);
        assertThat(post(origin + token + json + "Sec-Fetch-Site: same-origin\r\n"))
                .isEqualTo(200);
        assertThat(changes).hasValue(before + 1);
    }

    @Test
    void h3_anotherSitesPageReadsNothing() {
        assertThat(statusFor("Host: 127.0.0.1:" + port + "\r\nSec-Fetch-Site: cross-site", "/api/session"))
                .isEqualTo(403);
        assertThat(get("/api/session")).doesNotContain("Access-Control");
    }

    @Test
    void h4_everyAnswerForbidsWhatAPageDoesNotNeed() {
        for (String answer : List.of(get("/"), get("/nothing"), get("/api/thing"), get("/api/..;/x"))) {
            assertThat(answer)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "nosniff", "no-referrer", "no-store")
                    .doesNotContain("unsafe-inline")
                    .doesNotContainIgnoringCase("Server: Jetty");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..;/etc/passwd",
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/%252e%252e%252fetc/passwd",
                "//etc/passwd",
                "/js//main.js",
                "/js%2fmain.js",
                "/js%5cmain.js",
                "/js\\main.js",
                "/js/main.js%00.css",
                "/js/main.js;x=1",
                "/js/./main.js;",
                "/js/%zz",
                "/%c0%af",
                "/META-INF/MANIFEST.MF",
                "/org/crease/inspector/Inspector.class",
                "/C:/Windows/win.ini"
            })
    void h5_noSpellingOfAPathLeadsOut(String path) {
        String answer = get(path);

        assertThat(RawHttp.status(answer)).isIn(400, 404);
        assertThat(RawHttp.body(answer)).doesNotContain("passwd", "Windows", "jetty", "main", "crease");
    }

    @Test
    void h5_tooManyHeadersAreRefused() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append("X-").append(i).append(": 1\r\n");
        }
        String answer = RawHttp.send(port, "GET / HTTP/1.1\r\n" + host() + many + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void h5_aLongAddressIsRefused() {
        assertThat(get("/" + "a".repeat(100_000))).startsWith("HTTP/1.1 414 ");
    }

    @Test
    void h5_aBodyThatClaimsAGigabyteIsRefusedAtOnce() {
        assertThat(postOf("Content-Length: 1073741824\r\n", "{}")).isEqualTo(413);
    }

    @Test
    void h5_aBodyThatTurnsOutLongIsRefused() {
        String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";

        assertThat(postOf("Transfer-Encoding: chunked\r\n", chunk.repeat(6) + "0\r\n\r\n"))
                .isEqualTo(413);
    }

    @Test
    void h5_aBodyOfBothLengthAndChunksIsRefused() {
        assertThat(postOf("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"a\":1,\"a\":2}", "{} {}", "\u0000"})
    void h5_aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(postOf("Content-Length: " + body.length() + "\r\n", body)).isEqualTo(400);
    }

    @Test
    void h5_whoSaysNothingIsHungUpOn() throws IOException {
        try (Socket silent = RawHttp.open(port);
                Socket half = RawHttp.open(port)) {
            RawHttp.write(half, "GET / HTTP/1.1\r\nHo");
            assertThat(RawHttp.read(silent).strip()).doesNotContain("200");
            assertThat(RawHttp.read(half).strip()).doesNotContain("200");
        }
    }

    @Test
    void h5_aBodyThatDripsIsCutOff() throws IOException, InterruptedException {
        try (Socket slow = RawHttp.open(port)) {
            RawHttp.write(slow, changeHead("Content-Length: 1000\r\n") + "{");
            for (int i = 0; i < 5; i++) {
                Thread.sleep(900);
                try {
                    RawHttp.write(slow, " ");
                } catch (IOException hungUp) {
                    break;
                }
            }
            assertThat(RawHttp.read(slow)).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void h5_manySlowOnesDoNotKeepOthersOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = RawHttp.open(port);
                slow.add(socket);
                RawHttp.write(socket, i % 2 == 0 ? "GET / HT" : changeHead("Content-Length: 9\r\n"));
            }
            assertThat(RawHttp.status(get("/api/thing"))).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void h5_aRangeIsIgnored() {
        String whole = get("/js/main.js");
        String answer = RawHttp.send(
                port,
                "GET /js/main.js HTTP/1.1\r\n" + host() + "Range: bytes=0-0,0-0,0-0,5-\r\nConnection: close\r\n\r\n");

        assertThat(RawHttp.status(answer)).isEqualTo(200);
        assertThat(RawHttp.body(answer)).isEqualTo(RawHttp.body(whole));
    }

    @Test
    void h5_whatIsNotThereTellsNothing() {
        assertThat(RawHttp.body(get("/api/nothing"))).isEqualTo("{\"error\":\"there is nothing at this address\"}");
        assertThat(RawHttp.body(get("/js/nothing.js"))).isEqualTo("{\"error\":\"there is nothing at this address\"}");
    }

    @Test
    void aFailureInsideIsNotTold() {
        String answer = get("/api/fails");

        assertThat(RawHttp.status(answer)).isEqualTo(500);
        assertThat(RawHttp.body(answer)).isEqualTo("{\"error\":\"the inspector failed; its log says why\"}");
    }

    @Test
    void aPortInUseIsNamed() {
        assertThatThrownBy(() -> new WebServer(Access.to("127.0.0.1", port, null), Map.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + port)
                .hasMessageContaining("in use");
    }

    private WebServer serve(String host, @Nullable String token) {
        return new WebServer(
                Access.to(host, 0, token),
                Map.of("/api/thing", query -> Reply.json(Json.object()), "/api/fails", query -> {
                    throw new IllegalArgumentException("secret words");
                }),
                Map.of("/api/change", body -> {
                    changes.incrementAndGet();
                    return Reply.json(Json.object());
                }),
                SHORT);
    }

    private static String pageTokenOf(String answer) {
        Matcher token = TOKEN.matcher(answer);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private String host() {
        return "Host: 127.0.0.1:" + port + "\r\n";
    }

    private String get(String path) {
        return RawHttp.send(port, "GET " + path + " HTTP/1.1\r\n" + host() + "Connection: close\r\n\r\n");
    }

    private int statusFor(String headers) {
        return statusFor(headers, "/");
    }

    private int statusFor(String headers, String path) {
        return RawHttp.status(
                RawHttp.send(port, "GET " + path + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n"));
    }

    private int post(String headers) {
        return RawHttp.status(RawHttp.send(
                port,
                "POST /api/change HTTP/1.1\r\n" + host() + headers
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}"));
    }

    private int postOf(String length, String body) {
        return RawHttp.status(RawHttp.send(port, changeHead(length + "Connection: close\r\n") + body));
    }

    private String changeHead(String more) {
        return "POST /api/change HTTP/1.1\r\n" + host() + "Origin: http://127.0.0.1:" + port
                + "\r\nContent-Type: application/json\r\nX-Crease-Token: " + pageToken + "\r\n" + more + "\r\n";
    }
}
