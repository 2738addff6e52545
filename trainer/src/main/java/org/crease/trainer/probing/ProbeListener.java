package org.crease.trainer.probing;

import java.util.List;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.trainer.config.ProbingConfig;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
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
 */
public final class ProbeListener extends BaseTrainingListener implements AutoCloseable {
    private static final ProbingConfig POLICY =
            new ProbingConfig(4, ProbingConfig.WhenFull.BLOCK, ProbingConfig.OnError.ISOLATE);

    private final List<Probe> probes;
    private final ProbeSet probeSet;
    private final int every;
    private final FindingSink sink;
    private @Nullable ProbePipeline pipeline;

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
        if (step % every == 0) {
            offer(model, step);
        }
    }

    private void offer(Model model, long step) {
        if (pipeline == null) {
            pipeline = new ProbePipeline(() -> new Examination(replica(model), probeSet, probes), sink, POLICY);
        }
        try {
            pipeline.offer(step, HostArrays.floats(model.params()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Replica replica(Model model) {
        if (model instanceof MultiLayerNetwork chain) {
            return new Replica(chain.toComputationGraph());
        } else if (model instanceof ComputationGraph graph) {
            return new Replica(graph.clone());
        }
        throw new IllegalArgumentException("network is a " + model.getClass().getName()
                + "; probes look at MultiLayerNetwork and ComputationGraph");
    }

    /** Waits until everything seen so far has been examined. */
    public void finish() throws InterruptedException {
        if (pipeline != null) {
            pipeline.finish();
        }
    }

    /** Gives up what has not been examined. */
    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
    }
}
