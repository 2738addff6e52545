package org.crease.trainer.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.Checkpoint;
import org.crease.trainer.network.Networks;
import org.crease.trainer.probing.HostArrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The network under training together with everything that its future depends on, as it is put into a checkpoint and taken
 * out again. To be used on one thread, since dropout's random stream belongs to the thread.
 */
final class Learner {
    private static final String PARAMETERS = "parameters";
    private static final String UPDATER = "updater";

    private final ComputationGraph graph;
    private Position position;
    private boolean restored;

    Learner(ComputationGraph graph) {
        this.graph = graph;
        this.position = new Position(0, 0, 0, Double.NEGATIVE_INFINITY, 0, 0, 0);
    }

    ComputationGraph graph() {
        return graph;
    }

    Position position() {
        return position;
    }

    /** Whether training begins here, rather than goes on from a checkpoint. */
    boolean isNew() {
        return position.step() == 0 && !restored;
    }

    /** Moves on to where training stands now; the random stream's state is read off the thread. */
    void moveTo(long step, int epoch, int batch, double best, int epochsSinceBest) {
        var random = Nd4j.getRandom();
        position = new Position(step, epoch, batch, best, epochsSinceBest, random.rootState(), random.nodeState());
    }

    /** One update. Returns the loss of the batch before it, penalties on weights included. */
    double update(DataSet batch) {
        graph.getConfiguration().setEpochCount(position.epoch());
        graph.fit(batch);
        return graph.score();
    }

    /** The parameters in layer order; a copy. */
    float[] parameters() {
        return HostArrays.floats(Networks.parameters(graph));
    }

    Checkpoint checkpoint(float[] parameters) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put(PARAMETERS, new Array(parameters, parameters.length));
        INDArray state = updaterState();
        if (state != null) {
            float[] values = HostArrays.floats(state);
            arrays.put(UPDATER, new Array(values, values.length));
        }
        return new Checkpoint(position.step(), position.epoch(), arrays, position.integers(), position.numbers());
    }

    private @Nullable INDArray updaterState() {
        return graph.getUpdater().getUpdaterStateViewArray();
    }

    /** Goes back (or on) to where a checkpoint was taken. */
    void restore(Checkpoint checkpoint) {
        position = Position.of(checkpoint);
        restored = true;
        graph.params().assign(HostArrays.row(values(checkpoint, PARAMETERS, graph.numParams())));
        INDArray state = updaterState();
        if (state != null) {
            state.assign(HostArrays.row(values(checkpoint, UPDATER, state.length())));
        }
        graph.getConfiguration().setIterationCount(Math.toIntExact(position.step()));
        graph.getConfiguration().setEpochCount(position.epoch());
        Nd4j.getRandom().setStates(position.randomRoot(), position.randomNode());
    }

    private static float[] values(Checkpoint checkpoint, String name, long expected) {
        Array array = checkpoint.arrays().get(name);
        if (array == null || !(array.data() instanceof float[] values) || values.length != expected) {
            throw new TrainingException("checkpoint of step " + checkpoint.step() + ": array " + name + " is "
                    + (array == null ? "missing" : array.toString()) + ", the network needs float[" + expected + "]");
        }
        return values;
    }
}
