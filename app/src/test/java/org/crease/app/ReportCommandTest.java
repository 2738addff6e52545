package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crease.app.Commands.Ended;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Commands commands;

    @BeforeEach
    void prepare() {
        commands = new Commands(folder);
    }

    private String run(String name) {
        try (RunDirectory run = RunDirectory.create(folder, name)) {
            run.write(new Manifest(
                    RunDirectory.FORMAT,
                    name,
                    Manifest.Status.DONE,
                    1,
                    "continuous",
                    Map.of(),
                    "cpu",
                    Map.of(),
                    TIME,
                    TIME,
                    null,
                    2,
                    List.of("dense-1"),
                    Map.of()));
            run.writeConfig("name: " + name + "\n");
            run.findings().append(new Finding(0, "dense-1", "rank", Map.of("rank_mean", 3.0), Map.of(), List.of()));
            return run.path().toString();
        }
    }

    @Test
    void severalRunsBecomeOneFile() throws IOException {
        Path out = folder.resolve("twins.html");

        Ended ended = commands.run("report", run("one"), run("two"), "--out", out.toString(), "--json");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("\"bytes\" : " + Files.size(out));
        assertThat(Files.readString(out)).startsWith("<!doctype html>").contains("run=one", "run=two");
    }

    @Test
    void whatIsNoRunIsSaidAndNothingIsWritten() {
        Path out = folder.resolve("none.html");

        Ended ended = commands.run("report", folder.resolve("nowhere").toString(), "--out", out.toString());

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("crease: ").contains("nowhere").hasLineCount(1);
        assertThat(out).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenIsAnError() {
        Path out = folder.resolve("missing").resolve("x.html");

        Ended ended = commands.run("report", run("one"), "--out", out.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).startsWith("crease: ").contains("missing").hasLineCount(1);
    }
}
