package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.config.Configs;
import org.crease.trainer.config.ProbingConfig;
import org.crease.trainer.config.ProbingConfig.OnError;
import org.crease.trainer.config.ProbingConfig.WhenFull;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.junit.jupiter.api.Test;

class ProbePipelineTest {
    private static final Experiment EXPERIMENT = Experiment.of(
            Configs.parse("""
                    name: moons
                    task: {data: {toy: {shape: two-moons, points: 100}}}
                    network: {layers: [{dense: {units: 3}}]}
                    training: {batch-size: 10, epochs: 1}
                    """, "test.yaml", Path.of("."), List.of()),
            Path.of("."),
            DatasetLibrary.standard(),
            Progress.SILENT);

    private final Semaphore turns = new Semaphore(0);
    private final Semaphore begun = new Semaphore(0);
    private final List<Long> found = new CopyOnWriteArrayList<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    /** Waits for its turn at every checkpoint; cannot examine step 13. */
    private final class Slow implements Probe {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Cost cost(Snapshot snapshot) {
            return new Cost(0, 0);
        }

        @Override
        public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
            begun.release();
            turns.acquire();
            if (snapshot.step() == 13) {
                throw new ProbeException("13 is not for me");
            }
            return List.of(new Finding(snapshot.step(), "output", name(), Map.of("a", 1.0), Map.of(), List.of()));
        }
    }

    private final FindingSink sink = new FindingSink() {
        @Override
        public void found(Snapshot snapshot, List<Finding> findings) {
            findings.forEach(finding -> found.add(finding.step()));
        }

        @Override
        public void failed(long step, String probe, RuntimeException cause) {
            failed.add(probe + " " + step + " " + cause.getMessage());
        }
    };

    private ProbePipeline pipeline(WhenFull whenFull, OnError onError) {
        return new ProbePipeline(
                () -> EXPERIMENT.examination(List.of(new Slow())), sink, new ProbingConfig(1, whenFull, onError));
    }

    private static float[] parameters() {
        return HostArrays.floats(EXPERIMENT.network().params());
    }

    private void firstIsUnderWay(ProbePipeline pipeline) throws InterruptedException {
        assertThat(pipeline.offer(1, parameters())).isTrue();
        assertThat(begun.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void t4_trainingWaitsForSlowProbesAndTheQueueStaysBounded() throws Exception {
        try (ProbePipeline pipeline = pipeline(WhenFull.BLOCK, OnError.ISOLATE)) {
            firstIsUnderWay(pipeline);
            assertThat(pipeline.offer(2, parameters())).isTrue();
            CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> offer(pipeline, 3));

            assertThatThrownBy(() -> third.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(pipeline.waiting()).isEqualTo(1);
            turns.release(3);

            assertThat(third.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(pipeline.finish()).isTrue();
            assertThat(found).containsExactly(1L, 2L, 3L);
        }
    }

    private static boolean offer(ProbePipeline pipeline, long step) {
        try {
            return pipeline.offer(step, parameters());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void t4_whereItIsToSkipAFullQueueTakesNoMore() throws Exception {
        try (ProbePipeline pipeline = pipeline(WhenFull.SKIP, OnError.ISOLATE)) {
            firstIsUnderWay(pipeline);
            assertThat(pipeline.offer(2, parameters())).isTrue();
            assertThat(pipeline.offer(3, parameters())).isFalse();
            turns.release(3);
            assertThat(pipeline.finish()).isTrue();
            assertThat(found).containsExactly(1L, 2L);
        }
    }

    @Test
    void t2_aProbeThatFailsAtOneStepIsAskedAgainAtTheNext() throws Exception {
        try (ProbePipeline pipeline = pipeline(WhenFull.BLOCK, OnError.ISOLATE)) {
            turns.release(2);
            assertThat(pipeline.offer(13, parameters())).isTrue();
            assertThat(pipeline.offer(14, parameters())).isTrue();
            assertThat(pipeline.finish()).isTrue();
        }
        assertThat(found).containsExactly(14L);
        assertThat(failed).containsExactly("slow 13 13 is not for me");
    }

    @Test
    void t2_whereItIsToFailTheFirstFailureEndsProbing() throws Exception {
        try (ProbePipeline pipeline = pipeline(WhenFull.BLOCK, OnError.FAIL)) {
            turns.release(2);
            assertThat(pipeline.offer(13, parameters())).isTrue();
            assertThatThrownBy(pipeline::finish)
                    .isInstanceOf(ProbingFailedException.class)
                    .hasMessageContaining("13 is not for me");
        }
    }

    @Test
    void nobodyWaitsForProbesThatAreLeft() throws Exception {
        try (ProbePipeline pipeline = pipeline(WhenFull.BLOCK, OnError.ISOLATE)) {
            firstIsUnderWay(pipeline);
            assertThat(pipeline.offer(2, parameters())).isTrue();
            CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> offer(pipeline, 3));
            pipeline.leave();

            assertThat(third.get(30, TimeUnit.SECONDS)).isTrue();
            assertThat(pipeline.finish()).isFalse();
        }
        assertThat(found).isEmpty();
    }
}
