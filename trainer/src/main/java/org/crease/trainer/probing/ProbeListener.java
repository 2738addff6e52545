package org.crease.trainer.probing;

import java.util.List;
import java.util.function.Supplier;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.trainer.config.ProbingConfig;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * An ordinary Deeplearning4j listener that probes a user's own network while it trains, every so many updates, on a thread
 * of its own. Training goes on as if it were not there: the weights at the end are the same, bit for bit.
 *
 * <pre>{@code
 * try (ProbeListener listener = new ProbeListener(probes, probeSet, 100, sink)) {
 *     network.setListeners(listener);
 *     network.fit(data, 5);
 *     listener.finish();
 * }
 * }</pre>
 *
 * <p>Layers have the names that they have in the network; in a {@code MultiLayerNetwork} these are {@code layer0}, {@code
 * layer1}, .. unless they were given. A probe that fails is told to the sink, and the others go on. Where the sink itself
 * fails, or the network cannot take the probe set, {@code fit} ends with a {@link ProbingFailedException}. A listener serves
 * one network, and is called from the thread that trains it.
 */
public final class ProbeListener extends BaseTrainingListener implements AutoCloseable {
    private static final ProbingConfig POLICY =
            new ProbingConfig(4, ProbingConfig.WhenFull.BLOCK, ProbingConfig.OnError.ISOLATE);

    private final List<Probe> probes;
    private final ProbeSet probeSet;
    private final int every;
    private final FindingSink sink;
    private @Nullable ProbePipeline pipeline;
    private boolean closed;

    /**
     * @param probeSet the inputs to look at, as the network takes them
     * @param every number of updates from one look to the next, at least 1
     * @param sink takes the findings; called from the listener's own thread
     */
    public ProbeListener(List<Probe> probes, ProbeSet probeSet, int every, FindingSink sink) {
        if (every < 1) {
            throw new IllegalArgumentException("every is " + every + ", must be at least 1");
        }
        this.probes = List.copyOf(probes);
        this.probeSet = probeSet;
        this.every = every;
        this.sink = sink;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        long step = iteration + 1L;
        if (step % every == 0 && !closed) {
            offer(model, step);
        }
    }

    private void offer(Model model, long step) {
        if (pipeline == null) {
            Supplier<Replica> replica = Replicas.of(model);
            pipeline = new ProbePipeline(() -> new Examination(replica.get(), probeSet, probes), sink, POLICY);
        }
        try {
            pipeline.offer(step, HostArrays.floats(model.params()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until everything seen so far has been examined. Training may go on afterwards, and is probed as before.
     *
     * @throws ProbingFailedException when probing has come to an end by an error, of the sink for example
     */
    public void finish() throws InterruptedException {
        ProbePipeline running = pipeline;
        pipeline = null;
        if (running != null) {
            running.finish();
        }
    }

    /** Gives up what has not been examined; later training is not probed. */
    @Override
    public void close() {
        closed = true;
        if (pipeline != null) {
            pipeline.close();
        }
    }
}
