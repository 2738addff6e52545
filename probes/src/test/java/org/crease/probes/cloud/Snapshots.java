package org.crease.probes.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Snapshots to test with. */
public final class Snapshots {
    private Snapshots() {}

    /** A snapshot whose layers hold these values, each the identity of the one before; ids count from 1000. */
    public static Snapshot of(int[] labels, String[] names, INDArray... values) {
        List<LayerSnapshot> layers = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            String before = k == 0 ? LayerSnapshot.NETWORK_INPUT : names[k - 1];
            layers.add(new LayerSnapshot(
                    names[k], List.of(before), new LayerMap.Identity(), Activation.IDENTITY, values[k]));
        }
        int[] ids = IntStream.range(0, labels.length).map(k -> 1000 + k).toArray();
        return new Snapshot(7, new ProbeSet(ids, values[0], labels), layers);
    }

    /** One layer named {@code hidden}; all inputs of class 0. */
    public static Snapshot of(float[][] values) {
        return of(new int[values.length], new String[] {"hidden"}, Nd4j.create(values));
    }

    /** Points equally spaced on a circle. */
    public static float[][] circle(int count, double radius) {
        float[][] points = new float[count][];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * k / count;
            points[k] = new float[] {(float) (radius * Math.cos(angle)), (float) (radius * Math.sin(angle))};
        }
        return points;
    }
}
