package org.crease.trainer.training;

import org.crease.trainer.data.Split;
import org.crease.trainer.seed.Shuffle;
import org.crease.trainer.seed.Streams;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The training split in batches, in an order that depends on the seed and the epoch alone: a resumed run needs nothing but
 * the position. The last batch of an epoch may be smaller.
 */
final class Batches {
    private final Split split;
    private final RowGatherer inputs;
    private final RowGatherer targets;
    private final int size;
    private final Streams streams;
    private int epoch = -1;
    private int[] order = {};

    /** @param size samples in a batch */
    Batches(Split split, int size, Streams streams) {
        this.split = split;
        this.inputs = new RowGatherer(split.inputs());
        this.targets = new RowGatherer(split.targets());
        this.size = size;
        this.streams = streams;
    }

    int perEpoch() {
        return (split.size() + size - 1) / size;
    }

    /** A batch of an epoch, both counted from 0; good until the next call. */
    DataSet batch(int wantedEpoch, int index) {
        if (epoch != wantedEpoch) {
            order = Shuffle.permutation(split.size(), streams.random("shuffle/" + wantedEpoch));
            epoch = wantedEpoch;
        }
        int from = index * size;
        int to = Math.min(from + size, order.length);
        return new DataSet(inputs.gather(order, from, to), targets.gather(order, from, to));
    }
}
