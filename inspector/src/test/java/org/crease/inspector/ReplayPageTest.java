package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.crease.inspector.jobs.Replayer;
import org.crease.inspector.server.Access;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.runlog.Checkpoint;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Replays asked for in a real browser, done by a replayer that waits until it is let on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayPageTest {
    private final Semaphore steps = new Semaphore(0);

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Inspector inspector;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path runs) {
        Path run = SampleRun.write(runs, "twin-classes", "discontinuous");
        writeCheckpoints(run);
        inspector = new Inspector(runs, Access.to("127.0.0.1", 0, null), new Slow());
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @Test
    void aReplayIsChosenStartedWatchedAndOpened() {
        browser.go(inspector.address() + "#/run?run=twin-classes");
        browser.find("[data-act=replay]").click();
        assertThat(browser.all(".checkpoint.chosen")).hasSize(6);
        browser.find("circle[data-step='100']").click();
        assertThat(browser.find("[data-act=start]").getText()).isEqualTo("Replay 5 checkpoints");

        browser.run("document.getElementById('probes').value = 'wrong'; return 1");
        browser.find("[data-act=start]").click();
        assertThat(browser.find("pre.problem:not([hidden])").getText()).isEqualTo("probes:1:1: 'wrong' is no probe");
        assertThat(browser.complaints()).hasSize(1);

        browser.run("document.getElementById('probes').value = '- rank'; return 1");
        browser.find("[data-act=start]").click();
        browser.find("[data-state=running]");
        browser.find("[data-act=start]").click();
        browser.find("[data-state=waiting]");
        browser.find("[data-state=running] progress");
        browser.screenshot("replay");
        steps.release(5);
        assertThat(browser.find("[data-state=done]").getText()).contains("5 of 5 checkpoints");
        browser.find("[data-job='2'][data-state=running] button").click();
        browser.find("[data-job='2'][data-state=cancelled]");

        browser.find("[data-state=done] a").click();
        assertThat(browser.all("rect[data-open]")).hasSize(5);
        assertThat(browser.find("rect[data-open='500/dense-1']").isDisplayed()).isTrue();
    }

    private static void writeCheckpoints(Path path) {
        try (RunDirectory run = RunDirectory.open(path)) {
            for (long step = 0; step <= 500; step += 100) {
                Array parameters = new Array(new float[] {(float) step}, 1);
                run.checkpoints()
                        .write(
                                new Checkpoint(step, 0, Map.of(Checkpoint.PARAMETERS, parameters), Map.of(), Map.of()),
                                null);
            }
        }
    }

    /** Finds one number a checkpoint, when it is let. */
    private final class Slow implements Replayer {
        @Override
        public Map<String, String> presets() {
            return Map.of("Ranks", "- rank\n");
        }

        @Override
        public void check(String probes) {
            if (probes.equals("wrong")) {
                throw new IllegalArgumentException("probes:1:1: 'wrong' is no probe");
            }
        }

        @Override
        public Result replay(Path path, Order order, Progress progress) throws InterruptedException {
            try (RunDirectory run = RunDirectory.open(path)) {
                progress.begun("replay-1", order.steps().size());
                for (long step : order.steps()) {
                    steps.acquire();
                    Map<String, Double> summary = new LinkedHashMap<>(Map.of("rank_mean", step / 100.0));
                    run.replay("replay-1")
                            .append(new Finding(
                                    step,
                                    "dense-1",
                                    "rank",
                                    summary,
                                    Map.of("rank", new Array(new int[] {1}, 1)),
                                    List.of()));
                    progress.step();
                }
                return new Result("replay-1", List.of());
            }
        }
    }
}
