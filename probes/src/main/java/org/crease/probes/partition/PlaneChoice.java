package org.crease.probes.partition;

import java.util.Arrays;
import java.util.List;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.ProbeSet;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Which plane and window the settings mean for a probe set. */
final class PlaneChoice {
    private static final double MARGIN = 0.25;

    private PlaneChoice() {}

    /** The plane. */
    static Plane of(PartitionSettings settings, ProbeSet probeSet) {
        Window window = window(settings.window());
        SliceSettings slice = settings.slice();
        if (slice == null) {
            return whole(window, probeSet);
        }
        double[][] points = slice instanceof SliceSettings.Inputs inputs ? inputs(inputs, probeSet) : given(slice);
        Window seen = window == null ? Window.around(new double[] {0, 1}, new double[] {0, 1}, MARGIN) : window;
        try {
            return Plane.through(points[0], points[1], points[2], seen);
        } catch (IllegalArgumentException e) {
            throw new ProbeException("slice: " + e.getMessage(), e);
        }
    }

    /** The window that numbers stand for. */
    static @Nullable Window window(@Nullable List<Double> numbers) {
        if (numbers == null) {
            return null;
        } else if (numbers.size() != 4) {
            throw new IllegalArgumentException(
                    "window has " + numbers.size() + " numbers; expected 4: left, right, bottom, top");
        }
        return new Window(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static Plane whole(@Nullable Window window, ProbeSet probeSet) {
        long features = probeSet.inputs().length() / Math.max(1, probeSet.size());
        if (probeSet.size() > 0 && features != 2) {
            throw new ProbeException("the network takes " + features
                    + " features; a partition is of networks with 2, or of a slice: give three points with slice");
        } else if (window != null) {
            return Plane.of(window);
        } else if (probeSet.size() == 0) {
            throw new ProbeException("the probe set is empty, so there is no window around it; give one with window");
        }
        double[][] points = new double[2][probeSet.size()];
        for (int i = 0; i < probeSet.size(); i++) {
            double[] point = input(probeSet, i);
            points[0][i] = point[0];
            points[1][i] = point[1];
        }
        return Plane.of(Window.around(points[0], points[1], MARGIN));
    }

    private static double[][] inputs(SliceSettings.Inputs inputs, ProbeSet probeSet) {
        return inputs.ids().stream()
                .map(id -> input(probeSet, position(id, probeSet)))
                .toArray(double[][]::new);
    }

    private static int position(int id, ProbeSet probeSet) {
        for (int i = 0; i < probeSet.size(); i++) {
            if (probeSet.ids()[i] == id) {
                return i;
            }
        }
        throw new ProbeException("slice: there is no probe input with id " + id + "; there are "
                + Arrays.stream(probeSet.ids()).limit(5).boxed().toList() + " and so on, " + probeSet.size()
                + " in all");
    }

    private static double[] input(ProbeSet probeSet, int position) {
        INDArray input = probeSet.inputs().slice(position);
        return input.dup('c').data().asDouble();
    }

    private static double[][] given(SliceSettings slice) {
        return ((SliceSettings.Points) slice)
                .at().stream()
                        .map(point -> point.stream().mapToDouble(x -> x).toArray())
                        .toArray(double[][]::new);
    }
}
