package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.crease.runlog.fault.FaultFileSystem;
import org.crease.runlog.storage.CorruptFileException;
import org.crease.runlog.storage.FormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damage to the JSON files of a run. */
class JsonFilesTest {
    private final FaultFileSystem system = new FaultFileSystem();
    private final RunDirectory run;
    private final Path file;
    private byte[] good = {};

    JsonFilesTest() throws IOException {
        run = RunDirectory.create(system.directory(), "one");
        file = run.path().resolve("metrics.jsonl");
    }

    @BeforeEach
    void write() throws IOException {
        Samples.fill(run).close();
        good = Files.readAllBytes(file);
    }

    @AfterEach
    void close() throws IOException {
        system.close();
    }

    @Test
    void linesAreTheJsonOfTheContract() throws IOException {
        assertThat(Files.readAllLines(file).get(0))
                .matches("\\{\"step\":5,\"epoch\":0\\.5,\"name\":\"train/loss\",\"value\":0\\.05,"
                        + "\"time\":\"2026-01-31T12:00:00\\.123456Z\",\"crc\":\"[0-9a-f]{8}\"\\}");
        assertThat(Files.readAllLines(file).get(1)).contains("\"value\":\"NaN\"");
        assertThat(Files.readString(run.path().resolve("findings.jsonl")))
                .contains("\"arrays\":\"findings/step-00000010/dense-0.rank.npz\"")
                .contains("\"largest\":\"Infinity\"");
        assertThat(Files.readString(run.path().resolve("checkpoints/index.jsonl")))
                .contains("\"parameters_sha256\":\"");
    }

    @Test
    void f1_everyPrefixGivesItsWholeLinesAndCanBeContinued() throws IOException {
        List<Metric> all = run.metrics().read();
        for (int length = 0; length <= good.length; length++) {
            byte[] prefix = Arrays.copyOf(good, length);
            Files.write(file, prefix);
            int whole = (int) new String(prefix, StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(run.metrics().read()).isEqualTo(all.subList(0, whole));
            run.metrics().append(List.of(all.get(3)));
            run.metrics().close();
            List<Metric> continued = run.metrics().read();
            assertThat(continued).hasSize(whole + 1);
            assertThat(continued.subList(0, whole)).isEqualTo(all.subList(0, whole));
        }
    }

    @Test
    void f2_noFlippedBitGivesAnotherNumber() throws IOException {
        List<Metric> all = run.metrics().read();
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = good.clone();
                other[at] ^= (byte) (1 << bit);
                Files.write(file, other);
                try {
                    List<Metric> read = run.metrics().read();
                    assertThat(read).as("bit " + bit + " of byte " + at).isEqualTo(all.subList(0, read.size()));
                    assertThat(read).hasSizeGreaterThanOrEqualTo(3);
                } catch (CorruptFileException expected) {
                    assertThat(expected.position()).startsWith("line ");
                    assertThat(expected).hasMessageContaining("metrics.jsonl, line ");
                }
            }
        }
    }

    @Test
    void f4_zerosAtTheEndAreATornTail() throws IOException {
        List<Metric> all = run.metrics().read();
        for (int from : new int[] {good.length, good.length - 1, good.length - 20, good.length - 200, 1, 0}) {
            byte[] zeros = Arrays.copyOf(good, good.length + 4096);
            Arrays.fill(zeros, from, zeros.length, (byte) 0);
            Files.write(file, zeros);
            List<Metric> read = run.metrics().read();
            assertThat(read).isEqualTo(all.subList(0, read.size()));
            run.metrics().append(List.of(all.get(0)));
            run.metrics().close();
            assertThat(run.metrics().read()).hasSize(read.size() + 1);
        }
    }

    @Test
    void f4_zerosBeforeGoodLinesAreDamage() throws IOException {
        byte[] zeros = good.clone();
        Arrays.fill(zeros, 10, 50, (byte) 0);
        Files.write(file, zeros);
        assertThatThrownBy(run.metrics()::read)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("metrics.jsonl, line 1: holds NUL bytes");
        assertThatThrownBy(() -> run.metrics().append(List.of(Samples.metric(1, 1))))
                .isInstanceOf(CorruptFileException.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(zeros);
    }

    @Test
    void f4_deletedAndEmptiedFilesAreEmptyLogs() throws IOException {
        Files.write(file, new byte[0]);
        assertThat(run.metrics().read()).isEmpty();
        Files.delete(file);
        assertThat(run.metrics().read()).isEmpty();
    }

    @Test
    void f4_everyDamageToACheckpointIsNoticed() throws IOException {
        CheckpointEntry entry = run.checkpoints().entries().get(0);
        Path checkpoint = run.path().resolve("checkpoints").resolve(entry.file());
        byte[] bytes = Files.readAllBytes(checkpoint);
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 3] ^= 4;
        List<byte[]> damages = List.of(
                new byte[bytes.length],
                Arrays.copyOf(bytes, bytes.length / 2),
                flipped,
                new byte[0],
                Arrays.copyOf(bytes, bytes.length + 1),
                Arrays.copyOf(bytes, bytes.length - 1));
        for (byte[] damage : damages) {
            Files.write(checkpoint, damage);
            assertThatThrownBy(() -> run.checkpoints().read(entry))
                    .isInstanceOf(CorruptFileException.class)
                    .hasMessageContaining("step-00000010.zip: has SHA-256");
        }
        Files.delete(checkpoint);
        assertThatThrownBy(() -> run.checkpoints().read(entry)).hasMessageContaining("is missing");
    }

    @Test
    void f8_nothingIsDeletedWhenTheNewestIsDamaged() throws IOException {
        Path newest = run.path().resolve("checkpoints/step-00000020.zip");
        Files.write(newest, new byte[] {1});
        assertThatThrownBy(() -> run.checkpoints().keep(entry -> false)).isInstanceOf(CorruptFileException.class);
        assertThat(run.path().resolve("checkpoints/step-00000010.zip")).exists();
        assertThat(run.checkpoints().entries()).noneMatch(CheckpointEntry::removed);
    }

    @Test
    void f8_removedCheckpointsStayInTheIndex() {
        run.checkpoints().write(Samples.checkpoint(30), null);
        run.checkpoints().keep(entry -> entry.step() == 10);
        assertThat(run.checkpoints().entries())
                .extracting(CheckpointEntry::removed)
                .containsExactly(false, true, false);
        assertThat(run.path().resolve("checkpoints/step-00000020.zip")).doesNotExist();
        CheckpointEntry removed = run.checkpoints().entries().get(1);
        assertThatThrownBy(() -> run.checkpoints().read(removed)).hasMessageContaining("step 20 was removed");
        assertThatThrownBy(() -> run.checkpoints().write(Samples.checkpoint(30), null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void f2_aFlippedBitInTheManifestIsNoticed() throws IOException {
        Path manifest = run.path().resolve("manifest.json");
        byte[] bytes = Files.readAllBytes(manifest);
        Manifest right = run.manifest();
        for (int at = 0; at < bytes.length; at++) {
            byte[] other = bytes.clone();
            other[at] ^= 1;
            Files.write(manifest, other);
            try {
                assertThat(run.manifest()).as("byte " + at).isEqualTo(right);
            } catch (FormatException expected) {
                assertThat(expected.file()).endsWith("manifest.json");
            }
        }
    }

    @Test
    void linesWithoutAChecksumAndWithMoreMembersAreRead() throws IOException {
        Files.writeString(file, """
                {"step":1,"epoch":0,"name":"a","value":"-Infinity","time":"2026-01-31T12:00:00Z"}
                {"unit":"m","step":2,"epoch":1e0,"name":"a","value":3,"time":"2026-01-31T12:00:00Z"}\r
                """);
        assertThat(run.metrics().read()).extracting(Metric::value).containsExactly(Double.NEGATIVE_INFINITY, 3.0);
    }

    @Test
    void badMembersAreNamedWithFileAndLine() throws IOException {
        String line = "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1,\"time\":\"2026-01-31T12:00:00Z\"}\n";
        assertLine(line.replace("\"step\":1", "\"step\":1.5"), "'step': a 64-bit integer is expected, found 1.5");
        assertLine(line.replace("\"step\":1", "\"step\":9223372036854775808"), "'step'");
        assertLine(line.replace("\"step\":1,", ""), "'step': is missing");
        assertLine(line.replace("\"value\":1", "\"value\":\"one\""), "'value': a number");
        assertLine(line.replace("2026-01-31", "yesterday"), "'time': a time such as");
        assertLine(line.replace("\"step\":1", "\"step\":1,\"step\":2"), "is not JSON");
        assertLine("[1]\n", "a JSON object is expected");
        assertLine("\n", "a JSON object is expected");
        assertLine("[".repeat(5000) + "\n", "is not JSON");
    }

    @Test
    void l1_textFromOutsideCannotForgeLines() throws IOException {
        Metric metric = new Metric(1, 0, "a\r\n\u001b[31mINFO forged\u2028\u202E", 1, Samples.TIME);
        run.metrics().append(List.of(metric));
        assertThat(run.metrics().read()).contains(metric);
        assertThat(Files.readAllLines(file)).hasSize(5);
        Files.writeString(
                run.path().resolve("manifest.json"),
                "{\"format\":1,\"name\":\"x\",\"status\":\"a\\n\\u001b[31mINFO\"}");
        assertThatThrownBy(run::manifest)
                .hasMessageContaining("a\\n\\u001b[31mINFO")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u001b"));
    }

    private void assertLine(String bad, String words) throws IOException {
        Files.writeString(file, bad);
        assertThatThrownBy(run.metrics()::read)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("metrics.jsonl, line 1: ")
                .hasMessageContaining(words);
    }
}
