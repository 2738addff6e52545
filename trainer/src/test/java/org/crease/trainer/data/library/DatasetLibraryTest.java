package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on loopback that cuts, lies, refuses and sends in circles. */
class DatasetLibraryTest {
    private static final byte[] TRAIN = Made.images(400, 10, 10);
    private static final byte[] TEST = Made.images(2, 10, 10);
    private static final byte[] TRAIN_LABELS = Made.labels(new int[400]);
    private static final byte[] TEST_LABELS = Made.labels(1, 0);
    private static final byte[] TRAIN_RECORDS = {1, 9, 9, 9, 9, 0, 8, 8, 8, 8};
    private static final byte[] TEST_RECORDS = {0, 7, 7, 7, 7};

    @TempDir
    Path folder;

    private Loopback server;
    private byte[] packed;

    @BeforeEach
    void start() throws IOException {
        server = new Loopback();
        packed = Made.gzip(TRAIN);
        server.serve("train-images.gz", packed);
        server.serve("train-labels.gz", Made.gzip(TRAIN_LABELS));
        server.serve("test-images.gz", Made.gzip(TEST));
        server.serve("test-labels.gz", Made.gzip(TEST_LABELS));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aSetIsDownloadedOnceIntoTheCache() throws IOException {
        List<String> seen = new ArrayList<>();
        DatasetLibrary library = library(server.address("/"));
        Source source = library.load("tiny", (file, done, total) -> seen.add(file + " " + done + "/" + total));
        assertThat(source.train().size()).isEqualTo(400);
        assertThat(source.checksums()).containsEntry("test-labels", Digests.sha256(TEST_LABELS));
        assertThat(seen).isNotEmpty().allMatch(line -> line.matches("[a-z-]+\\.gz \\d+/\\d+"));
        int requests = server.asked.size();
        library.load("tiny", Progress.SILENT);
        assertThat(server.asked).hasSize(requests);
        assertThat(files()).containsExactly("test-images.gz", "test-labels.gz", "train-images.gz", "train-labels.gz");
        assertSound(library);
    }

    @Test
    void aCutConnectionIsResumedWhereItWasCut() throws IOException {
        int half = packed.length / 2;
        server.on("train-images.gz", exchange -> {
            boolean ranged = exchange.getRequestHeaders().containsKey("Range");
            String range = "bytes %d-%d/%d".formatted(half, packed.length - 1, packed.length);
            exchange.getResponseHeaders().set("Content-Range", range);
            exchange.sendResponseHeaders(ranged ? 206 : 200, packed.length - (ranged ? half : 0));
            Loopback.sendAndClose(exchange, packed, ranged ? half : 0, ranged ? packed.length : half);
        });
        DatasetLibrary library = library(server.address("/"));
        library.fetch("tiny", Progress.SILENT);
        assertThat(server.asked).startsWith("train-images.gz null", "train-images.gz bytes=%d-".formatted(half));
        assertSound(library);
    }

    @Test
    void aServerThatIgnoresRangesIsReadFromTheStart() throws IOException {
        Made.write(cached("train-images.gz.part"), new byte[30]);
        DatasetLibrary library = library(server.address("/"));
        library.fetch("tiny", Progress.SILENT);
        assertThat(server.asked).contains("train-images.gz bytes=30-");
        assertSound(library);
    }

    @Test
    void aRestOfAnotherFileIsThrownAway() throws IOException {
        Made.write(cached("train-images.gz.part"), new byte[30]);
        server.on("train-images.gz", exchange -> {
            int from = exchange.getRequestHeaders().containsKey("Range") ? 30 : 0;
            String range = "bytes 30-%d/%d".formatted(packed.length - 1, packed.length);
            exchange.getResponseHeaders().set("Content-Range", range);
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, packed.length - from);
            Loopback.sendAndClose(exchange, packed, from, packed.length);
        });
        DatasetLibrary library = library(server.address("/"));
        library.fetch("tiny", Progress.SILENT);
        assertSound(library);
    }

    @Test
    void aRestThatIsTooLongIsThrownAway() throws IOException {
        Made.write(cached("train-images.gz.part"), new byte[packed.length + 5]);
        server.on("train-images.gz", exchange -> {
            boolean ranged = exchange.getRequestHeaders().containsKey("Range");
            exchange.sendResponseHeaders(ranged ? 416 : 200, ranged ? -1 : packed.length);
            if (ranged) {
                exchange.close();
            } else {
                Loopback.sendAndClose(exchange, packed, 0, packed.length);
            }
        });
        DatasetLibrary library = library(server.address("/"));
        library.fetch("tiny", Progress.SILENT);
        assertSound(library);
    }

    @Test
    void aConnectionThatIsAlwaysCutFailsAndKeepsWhatCame() throws IOException {
        server.on("train-images.gz", exchange -> {
            exchange.sendResponseHeaders(200, packed.length);
            Loopback.sendAndClose(exchange, packed, 0, 50);
        });
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("train-images.gz could not be downloaded");
        assertThat(files()).containsExactly("train-images.gz.part");
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void wrongBytesAreNeverPlaced() throws IOException {
        server.serve("train-images.gz", Made.gzip(Made.images(400, 5, 20)));
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("put train-images.gz, train-labels.gz, test-images.gz, test-labels.gz into "
                        + folder.resolve("cache/tiny"));
        assertThat(files()).isEmpty();
    }

    @Test
    void theNextMirrorIsTriedAfter404() throws IOException {
        assertThat(library(server.address("/none/"), server.address("/")).fetch("tiny", Progress.SILENT))
                .isEqualTo(folder.resolve("cache/tiny"));
    }

    @Test
    void notFoundIsSaidInOneLine() {
        assertThatThrownBy(() -> library(server.address("/none/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("HTTP 404, not found")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aRedirectLoopEnds() {
        server.on("train-images.gz", exchange -> {
            exchange.getResponseHeaders().set("Location", "/train-images.gz");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("HTTP 302, redirected too often");
        assertThat(server.asked.size()).isLessThan(10);
    }

    @Test
    void anEndlessAnswerIsRefused() {
        server.on("train-images.gz", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 1000; i++) {
                    out.write(new byte[1 << 14]);
                }
            }
        });
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("sends more than");
    }

    @Test
    void anAnswerThatAnnouncesTooMuchIsRefused() {
        server.on("train-images.gz", exchange -> {
            exchange.sendResponseHeaders(200, 1L << 40);
            Loopback.sendAndClose(exchange, packed, 0, 1);
        });
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("has 1099511627776 bytes, expected at most");
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        server.on("train-images.gz", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[5]);
            exchange.getResponseBody().flush();
        });
        assertThatThrownBy(() ->
                        library(Duration.ofMillis(300), server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nothing came for 300 ms");
    }

    @Test
    void withoutANetworkOneLineSaysWhatToPutWhere() {
        assertThatThrownBy(() -> library("http://no-such-host.invalid/").fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessage("tiny is not here, and train-images.gz could not be downloaded (from no-such-host.invalid:"
                        + " host not found, is there a network?); put train-images.gz, train-labels.gz, test-images.gz,"
                        + " test-labels.gz into " + folder.resolve("cache/tiny"));
    }

    @Test
    void aFileInPlaceOfTheCacheIsSaid() throws IOException {
        Files.writeString(folder.resolve("cache"), "not a folder");
        assertThatThrownBy(() -> library(server.address("/")).fetch("tiny", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(folder.resolve("cache").toString());
    }

    @Test
    void aGivenFolderIsUsedPackedOrNot() throws IOException {
        Path given = folder.resolve("given/tiny");
        Made.write(given.resolve("train-images"), TRAIN);
        Made.write(given.resolve("train-labels.gz"), Made.gzip(TRAIN_LABELS));
        Made.write(given.resolve("test-images"), TEST);
        Made.write(given.resolve("test-labels"), TEST_LABELS);
        DatasetLibrary library = library(server.address("/none/"));
        assertThat(library.locate("tiny")).contains(given);
        assertThat(library.load("tiny", Progress.SILENT).test()).isNotNull();
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aDamagedFileIsNamedByVerifyAndNotLoaded() throws IOException {
        DatasetLibrary library = library(server.address("/"));
        library.fetch("tiny", Progress.SILENT);
        Files.write(cached("test-labels.gz"), Made.gzip(Made.labels(0, 1)));
        assertThat(library.verify("tiny").stream()
                        .filter(check -> check.problem().isPresent()))
                .singleElement()
                .satisfies(check -> assertThat(check.file()).isEqualTo("test-labels.gz"));
        assertThatThrownBy(() -> library.load("tiny", Progress.SILENT)).hasMessageContaining("SHA-256");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> library(server.address("/")).info("mnits"))
                .hasMessage("no data set is called 'mnits'; known: tiny, boxed");
        assertThatThrownBy(() -> library(server.address("/")).verify("tiny")).hasMessageContaining("tiny is not here");
    }

    @Test
    void anArchiveIsDownloadedAndItsMembersPlaced() throws IOException {
        server.serve("boxed.tar.gz", boxed());
        Source source = library(server.address("/")).load("boxed", Progress.SILENT);
        assertThat(source.train().classes()).containsExactly(1, 0);
        assertThat(source.shape()).containsExactly(1, 2, 2);
        assertThat(files(folder.resolve("cache/boxed"))).containsExactly("test.bin", "train.bin");
    }

    @Test
    void anArchiveOnDiskIsUnpackedIntoTheCache() throws IOException {
        Made.write(folder.resolve("given/boxed/boxed.tar.gz"), boxed());
        assertThat(library(server.address("/none/")).fetch("boxed", Progress.SILENT))
                .isEqualTo(folder.resolve("cache/boxed"));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void d1_aDamagedArchiveIsRefused() throws IOException {
        byte[] damaged = boxed();
        damaged[damaged.length / 2] ^= 1;
        Made.write(folder.resolve("given/boxed/boxed.tar.gz"), damaged);
        assertThatThrownBy(() -> library(server.address("/")).fetch("boxed", Progress.SILENT))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("boxed.tar.gz: SHA-256 is");
    }

    private static byte[] boxed() throws IOException {
        return Made.gzip(Made.join(
                Made.tarEntry("box/train.bin", '0', TRAIN_RECORDS),
                Made.tarEntry("box/test.bin", '0', TEST_RECORDS),
                new byte[1024]));
    }

    private static void assertSound(DatasetLibrary library) {
        assertThat(library.verify("tiny"))
                .hasSize(4)
                .allMatch(check -> check.problem().isEmpty());
    }

    private DatasetLibrary library(String... mirrors) throws IOException {
        return library(Duration.ofSeconds(5), mirrors);
    }

    private DatasetLibrary library(Duration patience, String... mirrors) throws IOException {
        String common = "title: T, about: made, source: here, licence: none, classes: [a, b], mirrors: ["
                + String.join(", ", mirrors) + "]";
        String manifest = """
                version: 1
                datasets:
                  tiny: {%s, format: idx, shape: [1, 10, 10], files: {%s, %s, %s, %s}}
                  boxed: {%s, format: cifar, shape: [1, 2, 2], archive: {name: boxed.tar.gz, folder: box, %s}, files: {%s, %s}}
                """.formatted(
                        common,
                        entry("train-images", ".gz", TRAIN),
                        entry("train-labels", ".gz", TRAIN_LABELS),
                        entry("test-images", ".gz", TEST),
                        entry("test-labels", ".gz", TEST_LABELS),
                        common,
                        figures(boxed()),
                        "train.bin: {role: train-records, " + figures(TRAIN_RECORDS) + "}",
                        "test.bin: {role: test-records, " + figures(TEST_RECORDS) + "}");
        Made.write(folder.resolve("shipped/manifest.yaml"), manifest.getBytes(StandardCharsets.UTF_8));
        Folders folders =
                new Folders(folder.resolve("shipped"), List.of(folder.resolve("given")), folder.resolve("cache"));
        return new DatasetLibrary(folders, new Downloader(patience));
    }

    private static String entry(String role, String ending, byte[] content) {
        return "%s%s: {role: %s, %s}".formatted(role, ending, role, figures(content));
    }

    private static String figures(byte[] content) {
        return "bytes: %d, sha256: %s".formatted(content.length, Digests.sha256(content));
    }

    private Path cached(String name) {
        return folder.resolve("cache/tiny").resolve(name);
    }

    private List<String> files() throws IOException {
        return files(folder.resolve("cache/tiny"));
    }

    private static List<String> files(Path folder) throws IOException {
        try (var list = Files.list(folder)) {
            return list.map(path -> String.valueOf(path.getFileName())).sorted().toList();
        }
    }
}
