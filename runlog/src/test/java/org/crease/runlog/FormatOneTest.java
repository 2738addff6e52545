package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that the first release wrote, kept in {@code src/test/resources/format-1}: every later release reads it. It was made
 * once, by {@link #write} with that folder's parent, and is not to be made again.
 */
class FormatOneTest {
    private static final Path FIXTURE = Path.of("src", "test", "resources", "format-1");

    @TempDir
    Path directory;

    static RunDirectory write(Path parent) {
        RunDirectory run = Samples.fill(RunDirectory.create(parent, "format-1"));
        run.checkpoints().write(Samples.checkpoint(30), null);
        run.checkpoints().keep(entry -> entry.step() == 20);
        run.replay("again").append(Samples.finding(20, "dense-0", "topology"));
        run.events().scalar(10, "train/loss", 0.5);
        run.close();
        return run;
    }

    @Test
    void f9_theRunOfTheFirstReleaseIsRead() {
        RunDirectory run = RunDirectory.open(FIXTURE);
        assertThat(run.manifest()).isEqualTo(Samples.manifest("format-1"));
        assertThat(run.manifest().classes()).isEmpty();
        assertThat(run.config()).isEqualTo("name: sample\n");
        assertThat(run.probeSet()).isEmpty();
        assertThat(run.metrics().read()).hasSize(4).contains(Samples.metric(15, 0.025), Samples.metric(20, Double.NaN));
        assertThat(run.findings().entries().stream().map(run.findings()::read))
                .containsExactly(Samples.finding(10, "dense-0", "rank"), Samples.finding(20, "dense-0", "rank"));
        List<CheckpointEntry> checkpoints = run.checkpoints().entries();
        assertThat(checkpoints).extracting(CheckpointEntry::removed).containsExactly(true, false, false);
        assertThat(run.checkpoints().read(checkpoints.get(1))).isEqualTo(Samples.checkpoint(20));
        assertThat(run.replays()).containsExactly("again");
        assertThat(run.replay("again").read(run.replay("again").entries().get(0)))
                .isEqualTo(Samples.finding(20, "dense-0", "topology"));
        assertThat(EventFiles.scalars(run.path())).containsExactly("train/loss 10 0.5");
    }

    @Test
    void f9_whatIsWrittenNowIsTheSameBytes() throws IOException {
        Path now = write(directory).path();
        for (String file : List.of(
                "config.yaml",
                "metrics.jsonl",
                "findings.jsonl",
                "findings/step-00000010/dense-0.rank.npz",
                "replays/again/findings.jsonl")) {
            assertThat(Files.readAllBytes(now.resolve(file)))
                    .as(file)
                    .isEqualTo(Files.readAllBytes(FIXTURE.resolve(file)));
        }
    }
}
