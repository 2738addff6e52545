package org.crease.probes.snapshot;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A fixed sample of inputs with stable ids, the same for every probe of a run.
 *
 * @param ids position of each input in its split of the data set, shape (n)
 * @param inputs shape (n, features) or (n, channels, height, width), as the network takes them
 * @param labels class of each input, or -1 where the task has none, shape (n)
 */
public record ProbeSet(int[] ids, INDArray inputs, int[] labels) {

    public ProbeSet {
        if (ids.length != inputs.size(0) || labels.length != ids.length) {
            throw new IllegalArgumentException("probe set has " + ids.length + " ids, " + inputs.size(0)
                    + " inputs and " + labels.length + " labels; all three must be equal");
        }
    }

    /** Number of inputs. */
    public int size() {
        return ids.length;
    }
}
