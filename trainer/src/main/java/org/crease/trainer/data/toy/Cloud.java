package org.crease.trainer.data.toy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Table;
import org.jspecify.annotations.Nullable;

/** Points as they are drawn, each with what its generator knows of it. */
final class Cloud {
    private final int dimensions;
    private final double[] coordinates;
    private final int[] parts;
    private int size;
    private double @Nullable [] angles;
    private double @Nullable [] values;

    Cloud(String key, int dimensions, int points) {
        this.dimensions = dimensions;
        coordinates = Table.zeros(key, points, dimensions);
        parts = new int[points];
    }

    /** Adds a point of a part. */
    void add(int part, double... x) {
        System.arraycopy(x, 0, coordinates, size * dimensions, dimensions);
        parts[size] = part;
        size++;
    }

    /** Says the angle of the point added last, in radians. */
    void angle(double angle) {
        if (angles == null) {
            angles = new double[parts.length];
        }
        angles[size - 1] = angle;
    }

    /** Says the value of the point added last. */
    void value(double value) {
        if (values == null) {
            values = new double[parts.length];
        }
        values[size - 1] = value;
    }

    /** Divides all coordinates by the largest magnitude among them, so that the shape fits the cube from -1 to 1. */
    void scaleToUnitCube() {
        double largest = Arrays.stream(coordinates).map(Math::abs).max().orElse(0);
        for (int i = 0; i < coordinates.length && largest > 0; i++) {
            coordinates[i] /= largest;
        }
    }

    /** Adds Gaussian noise of a deviation to each coordinate. */
    void blur(double deviation, SplittableRandom random) {
        for (int i = 0; i < coordinates.length && deviation > 0; i++) {
            coordinates[i] += deviation * Draws.normal(random);
        }
    }

    /** The points drawn, with classes if the shape has parts. */
    Samples samples(boolean hasParts) {
        Table inputs = new Table(coordinates, dimensions);
        if (!hasParts) {
            return new Samples(inputs, null, values, angles);
        }
        Samples classes = Samples.ofClasses(inputs, parts);
        return new Samples(inputs, parts, values == null ? classes.values() : values, angles);
    }
}
