package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crease.trainer.config.Reading.MINIMAL;
import static org.crease.trainer.config.Reading.problems;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are none, and files that extend others: rows C1, C2, C8 and C9 of the matrix of bad input. */
class ConfigFilesTest {

    @TempDir
    Path directory;

    private Path file(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path bytes(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("x.yaml"), bytes);
    }

    private static Config read(Path file, String... overrides) {
        return Configs.read(file, List.of(overrides), StubProbe.ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n"})
    void c1_anEmptyFileIsRefused(String text) throws IOException {
        Path file = file("x.yaml", text);
        assertThat(problems(file)).containsExactly(file + ": is empty");
    }

    @Test
    void c1_commentsAloneAreNoConfiguration() throws IOException {
        Path file = file("x.yaml", "# nothing\n");
        assertThat(problems(file)).containsExactly(file + ":1:1: must be a mapping of settings");
    }

    @Test
    void c1_aByteOrderMarkIsRefused() throws IOException {
        Path file = file("x.yaml", "\uFEFF" + MINIMAL);
        assertThat(problems(file))
                .containsExactly(file + ": begins with a byte order mark; save the file as UTF-8 without one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void c1_otherUnicodeEncodingsAreRefused(String charset) throws IOException {
        Path file = bytes(MINIMAL.getBytes(Charset.forName(charset)));
        assertThat(problems(file)).containsExactly(file + ": is UTF-16 or UTF-32; save the file as UTF-8");
    }

    @Test
    void c1_latin1IsRefusedWithItsPlace() throws IOException {
        Path file = bytes("name: x\nruns: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(file))
                .containsExactly(file + ":2:10: is not UTF-8: byte 0xE9 begins no character;"
                        + " save the file as UTF-8 (it may be Latin-1)");
    }

    @Test
    void c1_controlCharactersAreRefusedWithTheirPlace() throws IOException {
        Path file = file("x.yaml", "name: x\nruns: a\u0007b\n");
        assertThat(problems(file))
                .containsExactly(file + ":2:8: holds the character U+0007, which YAML does not allow");
    }

    @Test
    void c2_twentyThousandBracketsAreRefused() throws IOException {
        Path file = file("x.yaml", "a: " + "[".repeat(20_000));
        assertThat(problems(file)).containsExactly(file + ":1:36: is nested more than 32 deep");
    }

    @Test
    void c2_anAliasBombIsRefused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= 20; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        Path file = file("x.yaml", bomb.toString());
        assertThat(problems(file)).anyMatch(problem -> problem.contains("an alias (*) is not supported"));
        assertThat(problems(file("x.yaml", "x: &x [*x]"))).isNotEmpty();
    }

    @Test
    void c2_tooManyValuesAreRefused() throws IOException {
        Path file = file("x.yaml", "a: [" + "1,".repeat(20_000) + "]");
        assertThat(problems(file)).singleElement().asString().endsWith("holds more than 10000 values");
    }

    @Test
    void c2_tabsAndBrokenSyntaxAreToldWithTheirPlace() throws IOException {
        Path file = file("x.yaml", "task:\n\tdata: 1\n");
        assertThat(problems(file))
                .containsExactly(file + ":2:1: is not YAML: a tab stands where only spaces may; indent with spaces");
        assertThat(problems(file("x.yaml", "a: b: c\n")))
                .containsExactly(file + ":1:5: is not YAML: a second ': ' on one line;"
                        + " quote the text, or check the indentation");
        assertThat(problems(file("x.yaml", "a: [1, 2\nb: 3\n")))
                .singleElement()
                .asString()
                .contains(":2:");
    }

    @Test
    void c9_aDirectoryIsRefused() {
        assertThat(problems(directory)).containsExactly(directory + ": is a directory, not a file");
    }

    @Test
    void c9_aMissingFileIsTold() {
        Path file = directory.resolve("none.yaml");
        assertThat(problems(file)).containsExactly(file + ": there is no such file");
    }

    @Test
    void c9_aDeviceIsRefused() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "needs /dev/zero");
        assertThat(problems(zero)).containsExactly("/dev/zero: is a device, a pipe or a socket, not a file");
    }

    @Test
    void c9_aPipeIsRefusedWithoutWaiting() throws IOException, InterruptedException {
        Path pipe = directory.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        List<String> problems = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> problems(pipe));
        assertThat(problems).containsExactly(pipe + ": is a device, a pipe or a socket, not a file");
    }

    @Test
    void c9_aLargeFileIsRefusedUnread() throws IOException {
        Path file = directory.resolve("large.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThat(problems(file)).containsExactly(file + ": has 1073741824 bytes; a configuration has at most 262144");
    }

    @Test
    void c9_theLongestValueThatFitsIsReadSoon() throws IOException {
        Path file = file("x.yaml", MINIMAL + "runs: " + "a".repeat(250_000));
        Config config = Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(file));
        assertThat(config.runs()).hasSize(250_000);
    }

    @Test
    void extendingAddsSettingBySetting() throws IOException {
        file("base.yaml", MINIMAL + "  l1: 0.5\n  optimizer: {adam: {beta1: 0.5}}\ncheckpoints: {steps: [1, 2]}\n");
        Config config = read(file("x.yaml", """
                extends: base.yaml
                name: other
                task: {target: regression}
                training: {optimizer: {adam: {beta2: 0.25}}}
                checkpoints: {steps: [7]}
                """));
        assertThat(config.name()).isEqualTo("other");
        assertThat(config.training().epochs()).isEqualTo(1);
        assertThat(config.training().l1()).isEqualTo(0.5);
        assertThat(config.training().optimizer()).isEqualTo(new OptimizerConfig.Adam(0.001, 0.5, 0.25, 1e-8));
        assertThat(config.checkpoints().steps()).containsExactly(7L);
        assertThat(config.task())
                .isEqualTo(new TaskConfig(
                        new DataConfig.Dataset("mnist", 0, 0),
                        new TargetConfig.Regression(TargetConfig.Quantity.LABEL, true),
                        TaskConfig.Scaling.NONE,
                        0.2));
    }

    @Test
    void extendingWithAnotherVariantReplacesIt() throws IOException {
        file("base.yaml", MINIMAL + "  optimizer: {nesterov: {learning-rate: 0.5}}\n");
        Path file = file("x.yaml", "extends: base.yaml\ntraining: {optimizer: sgd, epochs: null, steps: 9}\n");
        assertThat(read(file).training().optimizer()).isEqualTo(new OptimizerConfig.Sgd(0.1));
        assertThat(read(file).training().epochs()).isNull();
        assertThat(read(file).training().steps()).isEqualTo(9);
    }

    @Test
    void problemsNameTheFileThatTheyAreIn() throws IOException {
        Path base = file("configs/base.yaml", MINIMAL + "  l3: 1\n");
        Path file = file("configs/toys/x.yaml", "extends: ../base.yaml\ntraining: {batch-size: 0}\n");
        assertThat(problems(file))
                .containsExactlyInAnyOrder(
                        file + ":2:24: training.batch-size must be at least 1, not 0",
                        base + ":10:3: training.l3 is not a setting; known here: loss, optimizer, schedule,"
                                + " batch-size, epochs, steps, early-stopping, l1, l2, clipping, log-every");
    }

    @Test
    void c8_aFileOutsideTheDirectoryIsRefused() throws IOException {
        file("secret.yaml", MINIMAL);
        Path file = file("mine/x.yaml", "extends: ../secret.yaml\n");
        assertThat(problems(file))
                .containsExactly(
                        file + ":1:10: extends ../secret.yaml is outside mine, the directory that may be used");
        assertThat(problems(file("mine/x.yaml", "extends: " + directory.resolve("mine/x.yaml"))))
                .singleElement()
                .asString()
                .contains("is outside mine");
        assertThat(problems(file("mine/x.yaml", "extends: /etc/passwd")))
                .singleElement()
                .asString()
                .contains("is outside mine");
    }

    @Test
    void c8_aLinkThatLeadsOutsideIsRefused() throws IOException {
        Path secret = file("secret.yaml", MINIMAL);
        Path file = file("mine/x.yaml", "extends: link.yaml\n");
        Files.createSymbolicLink(directory.resolve("mine/link.yaml"), secret);
        assertThat(problems(file))
                .containsExactly(file + ":1:10: extends link.yaml leads outside mine, the directory that may be used");
    }

    @Test
    void c8_circlesAreRefused() throws IOException {
        Path first = file("a.yaml", "extends: b.yaml\n");
        Path second = file("b.yaml", "extends: a.yaml\n");
        assertThat(problems(first))
                .containsExactly(second + ":1:10: extends a.yaml extends this file in turn: a circle");
        assertThat(problems(file("a.yaml", "extends: ./a.yaml\n")))
                .singleElement()
                .asString()
                .endsWith("a circle");
        Files.createSymbolicLink(directory.resolve("loop.yaml"), Path.of("loop.yaml"));
        assertThat(problems(file("c.yaml", "extends: loop.yaml\n"))).hasSize(1);
        assertThat(problems(directory.resolve("loop.yaml"))).hasSize(1);
    }

    @Test
    void c8_aLongChainIsRefused() throws IOException {
        for (int i = 0; i < 12; i++) {
            file("c" + i + ".yaml", "extends: c" + (i + 1) + ".yaml\n");
        }
        file("c12.yaml", MINIMAL);
        assertThat(problems(directory.resolve("c0.yaml")))
                .containsExactly(directory.resolve("c8.yaml")
                        + ":1:10: extends c9.yaml is one file too many: at most 8 in a row");
        assertThat(problems(directory.resolve("c5.yaml"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a.yaml, b.yaml]", "null", "\"a\\0b\"", "none.yaml", "{a: b}"})
    void c8_whatIsNoOtherFileIsRefused(String written) throws IOException {
        Path file = file("x.yaml", "extends: " + written + "\n");
        assertThat(problems(file)).singleElement().asString().startsWith(file + ":1:10: extends ");
    }

    @Test
    void probesAreReadFromAFileOfTheirOwn() throws IOException {
        List<ProbeConfig> expected = List.of(
                new ProbeConfig("rank", "deep", new StubProbe.Settings(3, null, List.of("4"))),
                new ProbeConfig("topology", "topology", new StubProbe.None()));
        String list = "- rank: {name: deep, dimension: 3, layers: [4]}\n- topology\n";
        assertThat(Configs.readProbes(file("p.yaml", list), StubProbe.ALL)).isEqualTo(expected);
        assertThat(Configs.readProbes(file("p.yaml", "probes:\n" + list), StubProbe.ALL))
                .isEqualTo(expected);
    }
}
