package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.config.ProbingConfig;
import org.crease.trainer.config.ProbingConfig.OnError;
import org.crease.trainer.config.ProbingConfig.WhenFull;
import org.crease.trainer.probing.Probing.Acting;
import org.crease.trainer.probing.Probing.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ProbePipelineTest {
    private static final ProbingConfig BLOCK = new ProbingConfig(2, WhenFull.BLOCK, OnError.ISOLATE);

    private final Told sink = new Told();

    private static Probe weight() {
        return new Acting("weight", Probing::firstWeight);
    }

    /** Waits, at each call, until it may go on. */
    private static Probe held(CountDownLatch begun, CountDownLatch release) {
        return new Acting("held", snapshot -> {
            begun.countDown();
            release.await();
            return Probing.firstWeight(snapshot);
        });
    }

    private static Probe throwingAt(int call, RuntimeException exception) {
        AtomicInteger calls = new AtomicInteger();
        return new Acting("bad", snapshot -> {
            if (calls.incrementAndGet() == call) {
                throw exception;
            }
            return 0;
        });
    }

    private ProbePipeline pipeline(ProbingConfig config, Probe... probes) {
        return new ProbePipeline(Probing.examination(probes), sink, config);
    }

    @Test
    void findingsComeInTheOrderOfTheirSteps() throws InterruptedException {
        try (ProbePipeline pipeline = pipeline(BLOCK, weight())) {
            for (int step = 1; step <= 6; step++) {
                assertThat(pipeline.offer(step * 10L, Probing.parameters(step))).isTrue();
            }
            pipeline.finish();
        }
        assertThat(sink.told())
                .containsExactly(
                        "10 weight {value=1.0}",
                        "20 weight {value=2.0}",
                        "30 weight {value=3.0}",
                        "40 weight {value=4.0}",
                        "50 weight {value=5.0}",
                        "60 weight {value=6.0}");
    }

    @Test
    void t2_aProbeThatThrowsIsToldAndTheRestGoesOn() throws InterruptedException {
        Probe bad = throwingAt(2, new IllegalStateException("no luck"));
        try (ProbePipeline pipeline = pipeline(BLOCK, bad, weight())) {
            for (int step = 1; step <= 3; step++) {
                pipeline.offer(step, Probing.parameters(step));
            }
            pipeline.finish();
        }
        assertThat(sink.told())
                .containsExactly(
                        "1 bad {value=0.0}",
                        "1 weight {value=1.0}",
                        "2 bad failed: no luck",
                        "2 weight {value=2.0}",
                        "3 bad {value=0.0}",
                        "3 weight {value=3.0}");
    }

    @Test
    void t2_aProbeThatRunsOutOfMemoryOrIsBuiltForAnotherVersionIsToldToo() throws InterruptedException {
        Probe large = new Acting("large", snapshot -> {
            throw new OutOfMemoryError("Java heap space");
        });
        Probe old = new Acting("old", snapshot -> {
            throw new NoSuchMethodError("Snapshot.epoch()");
        });
        try (ProbePipeline pipeline = pipeline(BLOCK, large, old, weight())) {
            pipeline.offer(1, Probing.parameters(1));
            pipeline.finish();
        }
        assertThat(sink.told())
                .containsExactly(
                        "1 large failed: java.lang.OutOfMemoryError: Java heap space",
                        "1 old failed: java.lang.NoSuchMethodError: Snapshot.epoch()",
                        "1 weight {value=1.0}");
    }

    @Test
    void t2_aProbeThatThrowsEndsProbingWhenAskedTo() throws InterruptedException {
        IllegalStateException cause = new IllegalStateException("no luck");
        ProbingConfig fail = new ProbingConfig(2, WhenFull.BLOCK, OnError.FAIL);
        ProbePipeline pipeline = pipeline(fail, throwingAt(2, cause), weight());
        pipeline.offer(1, Probing.parameters(1));
        pipeline.offer(2, Probing.parameters(2));
        assertThatThrownBy(pipeline::finish)
                .isInstanceOf(ProbingFailedException.class)
                .hasMessage("probe bad failed at step 2: no luck")
                .hasRootCause(cause);
        assertThatThrownBy(() -> pipeline.offer(3, Probing.parameters(3))).isInstanceOf(ProbingFailedException.class);
        assertThat(sink.told()).containsExactly("1 bad {value=0.0}", "1 weight {value=1.0}", "2 bad failed: no luck");
    }

    /** A thread that hands over a step and notes whether it was taken. */
    private static Thread offering(int step, ProbePipeline pipeline, AtomicBoolean taken) {
        Thread training = new Thread(() -> {
            try {
                taken.set(pipeline.offer(step, Probing.parameters(step)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        training.start();
        return training;
    }

    @Test
    void t4_aSlowProbeHoldsTrainingBackWhenTheQueueIsFull() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean taken = new AtomicBoolean();
        try (ProbePipeline pipeline = pipeline(BLOCK, held(begun, release))) {
            pipeline.offer(1, Probing.parameters(1));
            begun.await();
            pipeline.offer(2, Probing.parameters(2));
            pipeline.offer(3, Probing.parameters(3));
            Thread training = offering(4, pipeline, taken);
            training.join(300);
            assertThat(training.isAlive()).as("training waits").isTrue();
            assertThat(pipeline.waiting()).isEqualTo(2);
            release.countDown();
            training.join();
            pipeline.finish();
        }
        assertThat(taken).isTrue();
        assertThat(sink.told()).hasSize(4).last().isEqualTo("4 held {value=4.0}");
    }

    @Test
    void nobodyWaitsForProbesThatAreLeft() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean let = new AtomicBoolean();
        try (ProbePipeline pipeline = pipeline(BLOCK, held(begun, new CountDownLatch(1)))) {
            pipeline.offer(1, Probing.parameters(1));
            begun.await();
            pipeline.offer(2, Probing.parameters(2));
            pipeline.offer(3, Probing.parameters(3));
            Thread training = offering(4, pipeline, let);
            pipeline.leave();
            training.join();
            assertThat(pipeline.finish()).isFalse();
        }
        assertThat(let).isTrue();
        assertThat(sink.told()).isEmpty();
    }

    @Test
    void t4_aFullQueueLetsStepsGoUnprobedWhenAskedTo() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ProbingConfig skip = new ProbingConfig(1, WhenFull.SKIP, OnError.ISOLATE);
        try (ProbePipeline pipeline = pipeline(skip, held(begun, release))) {
            pipeline.offer(1, Probing.parameters(1));
            begun.await();
            assertThat(pipeline.offer(2, Probing.parameters(2))).isTrue();
            assertThat(pipeline.offer(3, Probing.parameters(3))).isFalse();
            release.countDown();
            pipeline.finish();
        }
        assertThat(sink.told()).containsExactly("1 held {value=1.0}", "2 held {value=2.0}");
    }

    @Test
    void closingCancelsTheProbeAtWorkAndWhatWaits() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ProbePipeline pipeline = pipeline(BLOCK, held(begun, new CountDownLatch(1)));
        pipeline.offer(1, Probing.parameters(1));
        pipeline.offer(2, Probing.parameters(2));
        begun.await();
        long start = System.nanoTime();
        pipeline.close();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(2000);
        assertThat(sink.told()).isEmpty();
        assertThatThrownBy(() -> pipeline.offer(3, Probing.parameters(3)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("probing has ended; nothing more can be handed over");
    }

    @Test
    void aProbeThatIgnoresItsInterruptionReachesNoSinkThatWasClosed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        Probe deaf = new Acting("deaf", snapshot -> {
            begun.countDown();
            while (!stop.get()) {
                Thread.onSpinWait();
            }
            return 0;
        });
        ProbePipeline pipeline = pipeline(BLOCK, deaf);
        pipeline.offer(1, Probing.parameters(1));
        begun.await();
        Thread closing = new Thread(pipeline::close);
        closing.start();
        closing.join(100);
        stop.set(true);
        closing.join();
        assertThat(sink.told()).isEmpty();
    }

    @Test
    void closingWaitsForAWriteUnderWayAndDoesNotInterruptIt() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Told slow = new Told() {
            @Override
            public void found(Snapshot snapshot, List<Finding> findings) {
                writing.countDown();
                while (release.getCount() > 0) {
                    interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
                    Thread.onSpinWait();
                }
                super.found(snapshot, findings);
            }
        };
        ProbePipeline pipeline = new ProbePipeline(Probing.examination(weight()), slow, BLOCK);
        pipeline.offer(1, Probing.parameters(1));
        writing.await();
        Thread closing = new Thread(pipeline::close);
        closing.start();
        closing.join(200);
        assertThat(closing.isAlive()).as("closing waits").isTrue();
        release.countDown();
        closing.join();
        assertThat(interrupted).isFalse();
        assertThat(slow.told()).containsExactly("1 weight {value=1.0}");
    }

    @Test
    void closingAfterTheEndChangesNothing() throws InterruptedException {
        ProbePipeline pipeline = pipeline(BLOCK, weight());
        pipeline.offer(1, Probing.parameters(1));
        pipeline.finish();
        pipeline.close();
        pipeline.finish();
        assertThat(sink.told()).hasSize(1);
        assertThatThrownBy(() -> pipeline.offer(3, Probing.parameters(3))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anInterruptionEndsTheWaitForRoom() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (ProbePipeline pipeline = pipeline(BLOCK, held(begun, new CountDownLatch(1)))) {
            pipeline.offer(1, Probing.parameters(1));
            begun.await();
            pipeline.offer(2, Probing.parameters(2));
            pipeline.offer(3, Probing.parameters(3));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> pipeline.offer(4, Probing.parameters(4))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void f5_aSinkThatCannotWriteEndsProbingWithTheCause() throws InterruptedException {
        IOException full = new IOException("No space left on device");
        Told broken = new Told() {
            @Override
            public void found(Snapshot snapshot, List<Finding> findings) {
                if (snapshot.step() == 2) {
                    throw new UncheckedIOException("cannot append to findings.jsonl: " + full, full);
                }
                super.found(snapshot, findings);
            }
        };
        ProbePipeline pipeline = new ProbePipeline(Probing.examination(weight()), broken, BLOCK);
        assertThatThrownBy(() -> {
                    for (int step = 1; step <= 10; step++) {
                        pipeline.offer(step, Probing.parameters(step));
                    }
                    pipeline.finish();
                })
                .isInstanceOf(ProbingFailedException.class)
                .hasMessageContaining("No space left on device")
                .hasRootCause(full);
        assertThat(broken.told()).containsExactly("1 weight {value=1.0}");
    }

    @Test
    void aNetworkThatCannotBeMadeIsToldAsSoonAsItIsKnown() {
        ProbePipeline pipeline = new ProbePipeline(
                () -> {
                    throw new NullPointerException();
                },
                sink,
                BLOCK);
        assertThatThrownBy(() -> {
                    pipeline.offer(1, Probing.parameters(1));
                    pipeline.finish();
                })
                .isInstanceOf(ProbingFailedException.class)
                .hasMessage("java.lang.NullPointerException");
    }
}
