package org.crease.runlog.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.runlog.Tools;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers that share nothing with ours make of what we write: one by the published layout, and TensorBoard's own. */
class TensorBoardTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");
    private static final String INJECTION =
            "x\n```\n<script>alert(1)</script>\n![a](http://a.example)\n````\u0002\u202E";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    private Path root;

    private EventLog log(String run) throws IOException {
        return new EventLog(Files.createDirectories(root.resolve(run)), InstantSource.fixed(TIME));
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("seed", 7.0);
        settings.put("shuffle", true);
        settings.put("layers[0]", "dense");
        return settings;
    }

    private void write(String run, SessionStatus... ends) throws IOException {
        try (EventLog log = log(run)) {
            log.session(settings(), List.of("test/loss"));
            log.scalar(5, "test/loss", 0.5);
            for (SessionStatus end : ends) {
                log.resumeAfter(2);
                log.scalar(5, "test/loss", 0.25);
                log.ended(5, end);
            }
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = TensorBoardTest.class.getResourceAsStream("/tensorboard/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> checked(String run) throws Exception {
        Path file;
        try (var files = Files.list(root.resolve(run))) {
            file = files.findFirst().orElseThrow();
        }
        return Tools.python(script("check_events.py"), file.toString()).lines().toList();
    }

    @Test
    void anIndependentReaderFindsEveryRecordSound() throws Exception {
        try (EventLog log = log("a")) {
            log.session(settings(), List.of("test/loss", "train/loss"));
            log.scalar(3, "test/loss", 0.25);
            log.scalar(4, "test/loss", Double.NaN);
            log.histogram(3, "rank", new double[] {1, 1, Double.NaN});
            log.histogram(3, "none", new double[0]);
            log.image(3, "map", PNG, 4, 2);
            log.text(3, "notes", "one");
            log.ended(4, SessionStatus.SUCCESS);
        }
        assertThat(checked("a"))
                .containsExactly(
                        "brain.Event:2",
                        "0 session 1",
                        "0 _hparams_/experiment hparams 2 float[0] [] experiment ['seed:3', 'shuffle:2', 'layers[0]:1']"
                                + " ['test/loss', 'train/loss']",
                        "0 _hparams_/session_start_info hparams 2 float[0] [] start [('seed', 'number', 7.0),"
                                + " ('shuffle', 'bool', 1), ('layers[0]', 'string', 'dense')]",
                        "3 test/loss scalars 1 0.25",
                        "4 test/loss - 0 nan",
                        "3 rank histograms 2 float[1, 3] [0.5, 1.5, 2.0]",
                        "3 rank/non-finite scalars 1 1",
                        "3 none histograms 2 float[0, 3] []",
                        "3 map images 3 string[3] ['4', '2',"
                                + " 'sha256:0f4636c78f65d3639ece5a064b5ae753e3408614a14fb18ab4d7540d2c248543']",
                        "3 notes text 2 string[] ['one']",
                        "4 _hparams_/session_end_info hparams 2 float[0] [] end 1 at 1769860800.25");
    }

    @Test
    void aRunThatGoesOnTakesItsEndBack() throws Exception {
        write("a", SessionStatus.FAILURE, SessionStatus.SUCCESS);
        List<String> lines = checked("a");
        assertThat(lines).anyMatch(line -> line.matches("5 log withdrawn: the run goes on \\.*"));
        assertThat(lines.stream().filter(line -> line.contains("session_end_info")))
                .singleElement()
                .asString()
                .contains("end 1 at");
        assertThat(lines)
                .filteredOn(line -> line.contains(" session "))
                .containsExactly("0 session 1", "3 session 1", "3 session 1");
    }

    @Test
    void textOfOthersStaysInItsBlock() {
        String block = Markdown.code("", INJECTION);
        assertThat(block.lines().toList())
                .startsWith("`````", "x", "```", "<script>alert(1)</script>")
                .endsWith("````\\u0002\\u202e", "`````");
        assertThat(Markdown.code("yaml", "a: 1\r\nb: 2")).isEqualTo("```yaml\na: 1\nb: 2\n```\n");
        assertThat(Markdown.code("", "")).isEqualTo("```\n\n```\n");
    }

    @Test
    @Tag("tensorboard")
    void tensorBoardShowsARowARunAndTextAsItIs() throws Exception {
        write("stopped");
        write("resumed", SessionStatus.FAILURE, SessionStatus.SUCCESS);
        write("failed", SessionStatus.FAILURE);
        try (EventLog log = log("failed")) {
            log.text(5, "run/end", Markdown.code("", INJECTION));
            log.histogram(5, "rank", new double[] {1, 2, 3});
            log.image(5, "map", PNG, 4, 2);
        }
        String row = "{'layers[0]': 'dense', 'seed': 7.0, 'shuffle': True}";
        String said = Tools.tensorBoard(script("read_with_tensorboard.py"), root.toString());
        assertThat(said.lines())
                .contains(
                        "resumed test/loss 5 0.25",
                        "failed rank 5 histograms [30, 3]",
                        "failed map 5 images [3]",
                        "row stopped STATUS_UNKNOWN " + row + " {'test/loss': 0.5}",
                        "row resumed STATUS_SUCCESS " + row + " {'test/loss': 0.25}",
                        "row failed STATUS_FAILURE " + row + " {'test/loss': 0.25}");
        assertThat(said)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<img", "<a ")
                .doesNotContain("resumed test/loss 5 0.5");
    }
}
