package org.crease.runlog;

import java.util.stream.Stream;
import org.crease.probes.Array;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a run's probes looked at, as they are kept with the run, so that a point of a cloud can be shown as what it
 * stands for. Row i of each array belongs to {@code ids[i]}, the number by which findings name the sample.
 *
 * @param ids place of each sample in its split, int32 of shape (n)
 * @param inputs what the network takes, float32 of shape (n, features) or (n, channels, height, width); null where it was
 *     left out for its size
 * @param classes class of each sample, from 0 on, in the order of the manifest's {@code classes}; int32 of shape (n); null
 *     where there are none
 * @param targets what a regression learns, as the network is to put it out, float64 of shape (n) or (n, numbers); null for
 *     classes, and for an autoencoder, whose targets are its inputs
 */
public record RecordedProbeSet(
        Array ids,
        @Nullable Array inputs,
        @Nullable Array classes,
        @Nullable Array targets) {

    /** @throws IllegalArgumentException when an array has another type or shape */
    public RecordedProbeSet {
        if (!(ids.data() instanceof int[]) || ids.shape().length != 1) {
            throw wrong("id", ids, "int[n]");
        }
        long size = ids.shape()[0];
        if (inputs != null
                && !(inputs.data() instanceof float[] && inputs.shape().length > 1 && inputs.shape()[0] == size)) {
            throw wrong("input", inputs, "float of " + size + " rows");
        }
        if (classes != null
                && !(classes.data() instanceof int[] && classes.shape().length == 1 && classes.shape()[0] == size)) {
            throw wrong("class", classes, "int[" + size + "]");
        }
        if (targets != null
                && !(targets.data() instanceof double[]
                        && (targets.shape().length == 1 || targets.shape().length == 2)
                        && targets.shape()[0] == size)) {
            throw wrong("target", targets, "double[" + size + "] or [" + size + ", numbers]");
        }
    }

    private static IllegalArgumentException wrong(String name, Array array, String expected) {
        return new IllegalArgumentException("'" + name + "' is " + array + ", expected " + expected);
    }

    /** Number of samples. */
    public int size() {
        return ids.ints().length;
    }

    /** Bytes that all elements take. */
    public long bytes() {
        return Stream.of(ids, inputs, classes, targets)
                .mapToLong(array -> array == null ? 0 : bytes(array))
                .sum();
    }

    private static long bytes(Array array) {
        long each = array.data() instanceof double[] ? Double.BYTES : Float.BYTES;
        return each * java.lang.reflect.Array.getLength(array.data());
    }

    /** The same, with the inputs left out. */
    public RecordedProbeSet withoutInputs() {
        return new RecordedProbeSet(ids, null, classes, targets);
    }
}
