package org.crease.trainer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.FormatException;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepRunTest {
    @TempDir
    private Path folder;

    private SweepPlan plan;
    private String expected;

    @BeforeEach
    void runOnce() throws Exception {
        plan = SweepFiles.plan(folder, SweepFiles.SMALL);
        expected = TableFiles.csv(SweepFiles.run(plan, null, 1));
    }

    @Test
    void theTableIsTheSameWithOneThreadAndWithMore() throws Exception {
        assertThat(TableFiles.csv(SweepFiles.run(plan, null, 2))).isEqualTo(expected);
        assertThat(TableFiles.csv(SweepFiles.run(plan, folder.resolve("out"), 5)))
                .isEqualTo(expected);
    }

    @Test
    void aCellsNumbersDoNotDependOnTheOthersInTheGrid() throws Exception {
        String fewer = SweepFiles.SMALL.replace("[3, 6, 9]", "[6]").replace("[2, 3]", "[3]");
        SweepTable one = SweepFiles.run(SweepFiles.plan(folder, fewer), null, 1);
        String row = TableFiles.csv(one).lines().skip(1).findFirst().orElseThrow();
        assertThat(expected).contains(row);
    }

    @Test
    void stoppedItGoesOnWhereItWas() throws Exception {
        Path out = folder.resolve("out");
        AtomicReference<SweepRun> running = new AtomicReference<>();
        SweepRun run = new SweepRun(
                plan,
                out,
                2,
                new SweepObserver() {
                    @Override
                    public void advanced(long done) {
                        if (done == 20) {
                            Objects.requireNonNull(running.get()).requestStop();
                        }
                    }
                },
                Sweeps::standard);
        running.set(run);
        assertThat(run.run().complete()).isFalse();
        List<Long> kept = new ArrayList<>();
        SweepRun again = new SweepRun(
                plan,
                out,
                1,
                new SweepObserver() {
                    @Override
                    public void started(int cells, long total, long done) {
                        kept.add(total);
                        kept.add(done);
                    }
                },
                Sweeps::standard);
        assertThat(TableFiles.csv(again.run().table())).isEqualTo(expected);
        assertThat(kept.get(0)).isEqualTo(72);
        assertThat(kept.get(1)).isBetween(20L, 25L);
    }

    @Test
    void aTornLastLineIsDoneAgain() throws Exception {
        Path out = folder.resolve("out");
        SweepFiles.run(plan, out, 1);
        Path log = out.resolve("results.jsonl");
        byte[] bytes = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(TableFiles.csv(SweepFiles.run(plan, out, 2))).isEqualTo(expected);
    }

    @Test
    void aChangedNumberInTheLogIsNoticed() throws Exception {
        Path out = folder.resolve("out");
        SweepFiles.run(plan, out, 1);
        Path log = out.resolve("results.jsonl");
        String text = Files.readString(log);
        Files.writeString(log, text.replaceFirst("\"1/rank-max\":[0-9]", "\"1/rank-max\":9"));
        assertThatThrownBy(() -> SweepFiles.run(plan, out, 1))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("results.jsonl, line 1: checksum is");
    }

    @Test
    void anotherSweepInTheSameDirectoryIsRefused() throws Exception {
        Path out = folder.resolve("out");
        SweepFiles.run(plan, out, 1);
        SweepPlan other = SweepFiles.plan(folder, SweepFiles.SMALL.replace("count: 20", "count: 21"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SweepFiles.run(other, out, 1))
                .withMessage(out + " holds another sweep, small with other settings; take another directory with --out,"
                        + " or remove this one");
        SweepPlan longer = SweepFiles.plan(folder, SweepFiles.SMALL.replace("repetitions: 12", "repetitions: 14"));
        assertThat(SweepFiles.run(longer, out, 1).rows().get(0).statistic().n()).isEqualTo(14);
    }

    /** A process that sweeps is killed again and again; the table is as if it had been left alone. */
    @Test
    void killedAnywhereAndRunAgainTheTableIsTheSame() throws Exception {
        Path out = folder.resolve("killed");
        Random random = new Random(5);
        for (int kill = 0; kill < 4; kill++) {
            Process child = child(out);
            try (BufferedReader output = child.inputReader()) {
                assertThat(output.readLine()).isEqualTo("started");
                Thread.sleep(150 + random.nextInt(250));
                assertThat(child.isAlive()).isTrue();
                child.destroyForcibly().waitFor();
            }
        }
        assertThat(Files.size(out.resolve("results.jsonl"))).isPositive();
        assertThat(TableFiles.csv(SweepFiles.run(plan, out, 2))).isEqualTo(expected);
    }

    private Process child(Path out) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SweepChild.class.getName(),
                        folder.resolve("test.sweep.yaml").toString(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void tablesAreReadByNumPy() throws Exception {
        Path out = folder.resolve("out");
        SweepTable table = SweepFiles.run(plan, out, 1);
        TableFiles.write(table, out);
        var arrays = Npz.read(out.resolve("table.npz"));
        assertThat(Objects.requireNonNull(arrays.get("key_m")).doubles())
                .startsWith(2, 2, 2, 2, 2, 2)
                .endsWith(3);
        assertThat(Objects.requireNonNull(arrays.get("values")).shape()).containsExactly(30, 12);
        assertThat(Objects.requireNonNull(arrays.get("mean")).doubles()[0])
                .isEqualTo(table.rows().get(0).statistic().mean());
        assertThat(Files.readString(out.resolve("table.csv"), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(Files.readString(out.resolve("table.json"))).contains("\"measure\" : \"rank-min\"");
    }

    @Test
    void cellsAreFoundByTheirValuesHoweverNumbersAreWritten() throws Exception {
        SweepTable table = SweepFiles.run(plan, null, 1);
        assertThat(table.statistic(Map.of("m", "2.0", "n", "9"), null, "regions")
                        .n())
                .isEqualTo(12);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row(Map.of("m", "2"), "1", "regions"))
                .withMessage("sweep small has more than one cell with regions of layer 1 where {m=2}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row(Map.of("m", "7"), null, "regions"))
                .withMessage("sweep small has no regions where {m=7}");
    }
}
