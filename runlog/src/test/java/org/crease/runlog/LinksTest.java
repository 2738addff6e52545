package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links and names inside a run that point out of it. */
class LinksTest {
    @TempDir
    Path directory;

    private Path outside = Path.of("");
    private Path run = Path.of("");

    @BeforeEach
    void writeTwoRuns() throws IOException {
        outside = Samples.fill(RunDirectory.create(directory.resolve("a"), "outside"))
                .path();
        run = Samples.fill(RunDirectory.create(directory.resolve("b"), "run")).path();
    }

    @Test
    void n2_aLinkInAFilesPlaceIsRefused() throws IOException {
        for (String name :
                List.of("manifest.json", "config.yaml", "metrics.jsonl", "findings.jsonl", "checkpoints/index.jsonl")) {
            Files.delete(run.resolve(name));
            Files.createSymbolicLink(run.resolve(name), outside.resolve(name));
        }
        assertThatThrownBy(() -> RunDirectory.open(run))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("symbolic link");
        Files.delete(run.resolve("manifest.json"));
        Files.copy(outside.resolve("manifest.json"), run.resolve("manifest.json"));
        RunDirectory open = RunDirectory.open(run);
        assertThatThrownBy(open::config).hasMessageContaining("symbolic link");
        assertThatThrownBy(open.metrics()::read).hasMessageContaining("symbolic link");
        assertThatThrownBy(open.findings()::entries).hasMessageContaining("symbolic link");
        assertThatThrownBy(open.checkpoints()::entries).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> open.metrics().append(List.of(Samples.metric(1, 1))))
                .isInstanceOf(RuntimeException.class);
        assertThat(RunDirectory.open(outside).metrics().read()).hasSize(4);
    }

    @Test
    void n2_aLinkInADirectorysPlaceIsRefused() throws IOException {
        Files.move(run.resolve("checkpoints"), directory.resolve("c"));
        Files.createSymbolicLink(run.resolve("checkpoints"), outside.resolve("checkpoints"));
        Files.move(run.resolve("findings"), directory.resolve("f"));
        Files.createSymbolicLink(run.resolve("findings"), outside.resolve("findings"));
        RunDirectory open = RunDirectory.open(run);
        assertThatThrownBy(open.checkpoints()::entries).hasMessageContaining("leads out of the run");
        FindingEntry finding = open.findings().entries().get(0);
        assertThatThrownBy(() -> open.findings().read(finding)).hasMessageContaining("leads out of the run");
        assertThatThrownBy(() -> open.checkpoints().write(Samples.checkpoint(30), null))
                .isInstanceOf(RuntimeException.class);
        open.findings().truncateAfter(0);
        assertThat(RunDirectory.open(outside).findings().entries()).hasSize(2);
        assertThat(outside.resolve("findings/step-00000010")).isNotEmptyDirectory();
    }

    @Test
    void n2_pathsThatLeaveTheRunAreRefused() {
        RunDirectory open = RunDirectory.open(run);
        for (String path : List.of(
                "../outside/findings/x.npz", "/etc/passwd", "a/../../b", "", "C:/x", "a\\..\\b", "a//b", "./a")) {
            FindingEntry entry = new FindingEntry(1, "l", "p", Map.of(), List.of(), path);
            assertThatThrownBy(() -> open.findings().read(entry)).as(path).hasMessageContaining("inside the run");
            CheckpointEntry checkpoint = new CheckpointEntry(1, 0, path, "", "", null, false);
            assertThatThrownBy(() -> open.checkpoints().read(checkpoint))
                    .as(path)
                    .hasMessageContaining("inside the run");
        }
    }

    @Test
    void n3_pruningDeletesOnlyFilesOfOurOwn() throws IOException {
        RunDirectory open = RunDirectory.open(run);
        Path precious = Files.writeString(directory.resolve("precious"), "x");
        Path checkpoints = run.resolve("checkpoints");
        Files.createSymbolicLink(checkpoints.resolve("step-00000099.zip"), precious);
        Files.createDirectory(checkpoints.resolve("step-00000098.zip"));
        Files.writeString(checkpoints.resolve("mine.zip"), "x");
        Files.writeString(checkpoints.resolve("step-1.zip"), "x");
        open.checkpoints().keep(entry -> false);
        open.checkpoints().removeAfter(0);
        assertThat(precious).exists();
        assertThat(checkpoints.resolve("step-00000099.zip")).isSymbolicLink();
        assertThat(checkpoints.resolve("step-00000098.zip")).isDirectory();
        assertThat(checkpoints.resolve("mine.zip")).exists();
        assertThat(checkpoints.resolve("step-1.zip")).exists();
        assertThat(checkpoints.resolve("step-00000010.zip")).doesNotExist();
    }
}
