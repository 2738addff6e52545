package org.crease.trainer.training;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Copies chosen samples side by side, into memory that is used again for the next batch of that size: fresh memory costs more
 * than the copying. On a graphics card, ND4J is told that the rows were written on this side. Three times as fast as ND4J's {@code pullRows}; see {@code docs/benchmarks/training.md}.
 */
final class RowGatherer {
    private final INDArray rows;
    private final long width;
    private final FloatPointer memory;
    private @Nullable INDArray space;

    /** @param rows float32, in row-major order, one sample along the first dimension; not to be changed while in use */
    RowGatherer(INDArray rows) {
        this.rows = rows;
        this.width = rows.length() / rows.size(0);
        Nd4j.getAffinityManager().ensureLocation(rows, Location.HOST);
        this.memory = new FloatPointer(rows.data().pointer());
    }

    /**
     * The samples from one place of an order to another.
     *
     * @param order positions of samples
     * @param from the first, inclusive
     * @param to the last, exclusive
     * @return an array that is good until the next call
     */
    INDArray gather(int[] order, int from, int to) {
        INDArray gathered = space(to - from);
        FloatBuffer target = gathered.data().asNioFloat();
        for (int i = from; i < to; i++) {
            long start = rows.offset() + width * order[i];
            target.put(memory.limit(start + width).position(start).asBuffer());
        }
        Nd4j.getAffinityManager().tagLocation(gathered, Location.HOST);
        return gathered;
    }

    private INDArray space(int samples) {
        INDArray present = space;
        if (present != null && present.size(0) == samples) {
            return present;
        }
        long[] shape = rows.shape().clone();
        shape[0] = samples;
        try (var outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            INDArray made = Nd4j.createUninitialized(shape, 'c');
            space = made;
            return made;
        }
    }
}
