package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers beside a writer, and directories that go away under them. */
class ReadersTest {
    @TempDir
    Path runs;

    @Test
    void f7_aReaderBesideAWriterSeesAPrefix() {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        run.metrics().truncateAfter(0);
        RunDirectory reader = RunDirectory.open(run.path());
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> LongStream.range(0, 2000)
                .forEach(step -> run.metrics().append(List.of(Samples.metric(step, 1), Samples.metric(step, 2)))));
        int before = 0;
        while (!writer.isDone()) {
            List<Metric> metrics = reader.metrics().read();
            assertThat(metrics.size()).isGreaterThanOrEqualTo(before);
            for (int i = 0; i < metrics.size(); i++) {
                assertThat(metrics.get(i).step()).isEqualTo(i / 2);
            }
            before = metrics.size();
        }
        writer.join();
        assertThat(reader.metrics().read()).hasSize(4000);
    }

    @Test
    void f7_aManifestIsOldOrNewNeverHalf() {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() ->
                LongStream.range(0, 200).forEach(i -> run.write(Samples.manifest("a".repeat((int) i * 50 + 1)))));
        while (!writer.isDone()) {
            assertThat(RunDirectory.open(run.path()).manifest().layers()).hasSize(2);
        }
        writer.join();
    }

    @Test
    void f7_aDirectoryThatIsDeletedAndMadeAgainIsReadAgain() throws IOException {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        run.close();
        Path away = runs.resolve("away");
        Files.move(run.path(), away);
        assertThatThrownBy(run::manifest)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("is missing");
        assertThat(run.metrics().read()).isEmpty();
        assertThatThrownBy(() -> RunDirectory.open(run.path())).isInstanceOf(NotARunException.class);
        assertThatThrownBy(() -> run.metrics().append(List.of(Samples.metric(1, 1))))
                .isInstanceOf(UncheckedIOException.class);
        Files.move(away, run.path());
        assertThat(run.metrics().read()).hasSize(4);
    }

    @Test
    void fileSizesBeyondTheLimitAreRefused() throws IOException {
        RunDirectory run = Samples.fill(RunDirectory.create(runs, "one"));
        try (var file = new RandomAccessFile(run.path().resolve("manifest.json").toFile(), "rw")) {
            file.setLength(1L << 32);
        }
        assertThatThrownBy(run::manifest)
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("4294967296 bytes");
    }
}
