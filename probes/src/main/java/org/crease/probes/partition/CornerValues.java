package org.crease.probes.partition;

/**
 * What a layer puts out at the corners of regions. It is affine on each region, so between the corners too.
 *
 * @param polygons the regions
 * @param units numbers that the layer puts out
 * @param values of shape (corners, units), in the order of the polygons' corners; none where they are too many
 */
record CornerValues(Polygons polygons, int units, double[] values) {
    /** More numbers than these, 32 MiB, are not given. */
    private static final int MOST = 1 << 22;

    static CornerValues of(Polygons polygons, Field field) {
        int[] corners = polygons.corners();
        int units = field.units();
        if ((long) corners.length * units > MOST) {
            return new CornerValues(polygons, units, new double[0]);
        }
        double[] values = new double[corners.length * units];
        for (int k = 0; k < corners.length; k++) {
            field.vertex(corners[k], values, k * units);
        }
        return new CornerValues(polygons, units, values);
    }

    /** Number of corners of all polygons. */
    int corners() {
        return polygons.corners().length;
    }

    /** Whether the values are given. */
    boolean complete() {
        return values.length == corners() * (long) units;
    }
}
