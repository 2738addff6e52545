package org.crease.trainer.probing;

import org.crease.probes.Array;
import org.crease.runlog.Checkpoint;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Between ND4J's memory and Java's. */
public final class HostArrays {
    private HostArrays() {}

    /** The elements of an array in row-major order, as float32; a copy. */
    public static float[] floats(INDArray array) {
        float[] values = new float[Math.toIntExact(array.length())];
        try (var outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            detached(array).data().asNioFloat().get(values);
        }
        return values;
    }

    /** An array of shape (1, n) with these elements; a copy. */
    public static INDArray row(float[] values) {
        return Nd4j.create(values, new long[] {1, values.length}, 'c');
    }

    /** A copy as float32 in row-major order, outside any workspace, that starts at the beginning of its own memory. */
    static INDArray detached(INDArray array) {
        try (var outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return array.dataType() == DataType.FLOAT
                    ? array.dup('c')
                    : array.castTo(DataType.FLOAT).dup('c');
        }
    }

    /** The parameters in a checkpoint, in layer order. */
    public static float[] parameters(Checkpoint checkpoint) {
        Array array = checkpoint.arrays().get("parameters");
        if (array == null || !(array.data() instanceof float[] values)) {
            throw new IllegalArgumentException("checkpoint of step " + checkpoint.step() + " has no parameters");
        }
        return values;
    }
}
