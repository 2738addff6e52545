package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.crease.probes.Finding;
import org.crease.runlog.storage.CorruptFileException;
import org.crease.runlog.storage.TooNewException;
import org.crease.runlog.storage.TooOldException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    @TempDir
    Path runs;

    @Test
    void everythingWrittenIsReadBackBitForBit() {
        RunDirectory written = Samples.fill(RunDirectory.create(runs, "one"));
        written.close();
        RunDirectory run = RunDirectory.open(runs.resolve("one"));
        assertThat(run.name()).isEqualTo("one");
        assertThat(run.manifest()).isEqualTo(Samples.manifest("one"));
        assertThat(run.config()).isEqualTo("name: sample\n");
        assertThat(run.metrics().read())
                .containsExactly(
                        Samples.metric(5, 0.05),
                        Samples.metric(10, Double.NaN),
                        Samples.metric(15, 0.025),
                        Samples.metric(20, Double.NaN));
        assertThat(run.findings().entries().stream().map(run.findings()::read))
                .containsExactly(Samples.finding(10, "dense-0", "rank"), Samples.finding(20, "dense-0", "rank"));
        List<CheckpointEntry> checkpoints = run.checkpoints().entries();
        assertThat(checkpoints)
                .extracting(CheckpointEntry::file)
                .containsExactly("step-00000010.zip", "step-00000020.zip");
        assertThat(run.checkpoints().read(checkpoints.get(1))).isEqualTo(Samples.checkpoint(20));
    }

    @Test
    void parametersShaIsOfTheLittleEndianFloatBytes() throws Exception {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        CheckpointEntry entry = run.checkpoints().entries().get(0);
        String script = """
                import sys, numpy as np, hashlib
                print(hashlib.sha256(np.load(sys.argv[1])['parameters'].astype('<f4').tobytes()).hexdigest())
                print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest())
                """;
        Path file = run.path().resolve("checkpoints").resolve(entry.file());
        assertThat(Tools.python(script, file.toString()))
                .isEqualToIgnoringNewLines(entry.parametersSha256() + entry.sha256());
    }

    @Test
    void takenNamesGetANumber() {
        assertThat(RunDirectory.create(runs, "a").name()).isEqualTo("a");
        assertThat(RunDirectory.create(runs, "a").name()).isEqualTo("a-2");
        assertThat(RunDirectory.create(runs, "a").name()).isEqualTo("a-3");
    }

    @Test
    void manyWhoAskAtOnceGetDirectoriesOfTheirOwn() {
        Set<String> names = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> names.add(RunDirectory.create(runs, "a").name()));
        assertThat(names).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "/etc",
                "a/../../b",
                "%2e%2e%2f",
                "%252e",
                "a;b",
                "a#b",
                "a\\b",
                "C:",
                "CON",
                "con.txt",
                "NUL",
                "a\0b",
                "a\nb",
                "\u202Eabc",
                "\uD83D\uDE00",
                "e\u0301",
                "\u00E9",
                "-rf",
                ".hidden",
                "a.",
                "a b"
            })
    void n1_namesThatAreNoPlainDirectoryNamesAreRefused(String name) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunDirectory.create(runs, name))
                .withMessageStartingWith("run name '")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\0", "\u202E"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.fill(RunDirectory.create(runs, "ok")).replay(name));
        try (var entries = Files.list(runs)) {
            assertThat(entries.map(path -> path.getFileName().toString())).allMatch(entry -> entry.startsWith("ok"));
        }
    }

    @Test
    void n1_namesOfThreeHundredBytesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RunDirectory.create(runs, "a".repeat(300)));
    }

    @Test
    void pathsThatAreNoRunsAreRefused() throws IOException {
        assertThatThrownBy(() -> RunDirectory.open(runs.resolve("none")))
                .isInstanceOf(NotARunException.class)
                .hasMessageContaining("nothing there");
        assertThatThrownBy(() -> RunDirectory.open(Files.createFile(runs.resolve("file"))))
                .hasMessageContaining("not a directory");
        assertThatThrownBy(() -> RunDirectory.open(runs))
                .isInstanceOf(NotARunException.class)
                .hasMessageContaining("no manifest.json");
    }

    @Test
    void f9_olderAndNewerFormatsAreToldApartFromDamage() throws IOException {
        Path manifest = RunDirectory.create(runs, "one").path().resolve("manifest.json");
        Files.writeString(manifest, "{\"format\": 2, \"anything\": {}}");
        assertThatThrownBy(() -> RunDirectory.open(runs.resolve("one")))
                .isInstanceOf(TooNewException.class)
                .hasMessageContaining("format version 2 is too new, the newest that can be read is 1");
        Files.writeString(manifest, "{\"format\": 0}");
        assertThatThrownBy(() -> RunDirectory.open(runs.resolve("one"))).isInstanceOf(TooOldException.class);
        for (String damage :
                new String[] {"", "{", "[]", "{\"format\": \"1\"}", "{\"format\": 1}", "{\"format\": 1} {}", "\0\0"}) {
            Files.writeString(manifest, damage);
            assertThatThrownBy(() -> RunDirectory.open(runs.resolve("one")))
                    .as(damage)
                    .isInstanceOf(CorruptFileException.class)
                    .hasMessageContaining("manifest.json");
        }
    }

    @Test
    void layerAndProbeNamesNeverLeaveTheRun() throws IOException {
        RunDirectory run = RunDirectory.create(runs, "one");
        String[] names = {
            "../../x", "/etc/passwd", "a/b", "..", "", "C:\\x", "a\0b", "é", "x".repeat(400), "x".repeat(401)
        };
        for (String name : names) {
            run.findings().append(Samples.finding(1, name, name));
        }
        run.findings().append(Samples.finding(1, "a.b", "c"));
        run.findings().append(Samples.finding(1, "a", "b.c"));
        run.findings().append(Samples.finding(1, "A", "b.c"));
        run.findings().append(Samples.finding(1, "a", "b.c"));
        List<FindingEntry> entries = run.findings().entries();
        assertThat(entries).extracting(e -> e.arrays().toLowerCase(Locale.ROOT)).doesNotHaveDuplicates();
        assertThat(entries)
                .extracting(FindingEntry::arrays)
                .allMatch(a -> a.matches("findings/step-00000001/[^/]+\\.npz"));
        for (FindingEntry entry : entries) {
            assertThat(run.findings().read(entry)).isEqualTo(Samples.finding(1, entry.layer(), entry.probe()));
        }
        try (var files = Files.walk(runs)) {
            assertThat(files.filter(Files::isRegularFile).count()).isEqualTo(entries.size() + 1);
        }
    }

    @Test
    void findingsOfManyThreadsAreAllKept() {
        RunDirectory run = RunDirectory.create(runs, "one");
        IntStream.range(0, 60)
                .parallel()
                .forEach(i -> run.findings().append(Samples.finding(i % 3, "layer", "probe" + i / 3)));
        assertThat(run.findings().entries()).hasSize(60);
        assertThat(run.findings().entries().stream().map(run.findings()::read).map(Finding::probe))
                .contains("probe0", "probe19");
    }

    @Test
    void replaysAreKeptApart() {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        assertThat(run.replays()).isEmpty();
        run.replay("b").append(Samples.finding(10, "l", "p"));
        run.replay("a").append(Samples.finding(10, "l", "p"));
        assertThat(run.replays()).containsExactly("a", "b");
        assertThat(run.replay("a").read(run.replay("a").entries().get(0))).isEqualTo(Samples.finding(10, "l", "p"));
        assertThat(run.findings().entries()).hasSize(2);
    }

    @Test
    void rewindingForgetsWhatCameLater() throws IOException {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        Files.write(run.path().resolve("findings/step-00000010/orphan.npz"), new byte[3]);
        Files.write(run.path().resolve("checkpoints/.step-00000030.zip.tmp"), new byte[3]);
        Path mine = Files.write(run.path().resolve("checkpoints/notes.txt"), new byte[3]);
        run.rewindTo(10);
        assertThat(run.metrics().read()).extracting(Metric::step).containsExactly(5L, 10L);
        assertThat(run.findings().entries()).extracting(FindingEntry::step).containsExactly(10L);
        assertThat(run.checkpoints().entries())
                .extracting(CheckpointEntry::step)
                .containsExactly(10L);
        assertThat(run.path().resolve("findings/step-00000020")).doesNotExist();
        assertThat(run.path().resolve("findings/step-00000010")).isDirectoryContaining("glob:**.rank.npz");
        assertThat(run.path().resolve("findings/step-00000010/orphan.npz")).doesNotExist();
        assertThat(run.path().resolve("checkpoints/step-00000020.zip")).doesNotExist();
        assertThat(run.path().resolve("checkpoints/.step-00000030.zip.tmp")).doesNotExist();
        assertThat(mine).exists();
        run.checkpoints().write(Samples.checkpoint(20), null);
        assertThat(run.checkpoints().entries()).hasSize(2);
    }

    @Test
    void f10_tenThousandOpeningsLeaveNoHandle() throws IOException {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        run.close();
        Path handles = Path.of("/proc/self/fd");
        Tools.require(Files.isDirectory(handles), "/proc/self/fd");
        for (int i = 0; i < 10_000; i++) {
            RunDirectory.open(run.path()).manifest();
        }
        for (int i = 0; i < 300; i++) {
            RunDirectory open = RunDirectory.open(run.path());
            try (open;
                    RunLock lock = open.lock()) {
                open.metrics().append(List.of(Samples.metric(i, i)));
                open.events().scalar(i, "x", i);
                open.checkpoints().read(open.checkpoints().entries().get(0));
                open.findings().read(open.findings().entries().get(0));
                assertThat(lock).isNotNull();
            }
        }
        assertThat(open(handles)).isEmpty();
    }

    /** What this process has open below the runs. */
    private List<String> open(Path handles) throws IOException {
        List<String> open = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(handles)) {
            for (Path entry : entries) {
                if (Files.isSymbolicLink(entry)) {
                    open.add(Files.readSymbolicLink(entry).toString());
                }
            }
        }
        open.removeIf(file -> !file.startsWith(runs.toString()));
        return open;
    }
}
