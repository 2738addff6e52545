package org.crease.probes.partition;

import java.util.Arrays;
import java.util.stream.Stream;
import org.crease.probes.snapshot.Activation;

/**
 * What is known of one layer's value over the subdivision: its numbers at the vertices, on each face the two tangents
 * (where they are followed) and the hash of the codeword. Vertices and faces that were added since get what follows from
 * older ones: values are affine along an edge, and the pieces of a face share its tangents.
 */
final class Field {
    private final double[][] columns;
    private double[][] tangents;
    private long[] hashes;
    private final double[] tolerances;

    /**
     * A field.
     *
     * @param columns by unit, the values at the first vertices; kept
     * @param tangents two rows a face, each by unit; kept; none where they are not followed
     * @param hashes by face; kept
     * @param tolerances by unit, the largest value that may be nothing but rounding; kept
     */
    Field(double[][] columns, double[][] tangents, long[] hashes, double[] tolerances) {
        this.columns = columns;
        this.tangents = tangents;
        this.hashes = hashes;
        this.tolerances = tolerances;
    }

    int units() {
        return columns.length;
    }

    /** Brings everything up to the vertices and faces that there are now. */
    void grow(Subdivision plane) {
        for (int unit = 0; unit < columns.length; unit++) {
            grow(plane, unit);
        }
        int known = hashes.length;
        boolean followed = tangents.length > 0;
        hashes = Arrays.copyOf(hashes, plane.faces());
        tangents = followed ? Arrays.copyOf(tangents, 2 * plane.faces()) : tangents;
        for (int face = known; face < plane.faces(); face++) {
            int old = plane.cutFrom(face);
            hashes[face] = hashes[old];
            if (followed) {
                tangents[2 * face] = tangents[2 * old];
                tangents[2 * face + 1] = tangents[2 * old + 1];
            }
        }
    }

    /** Brings one unit's values up to the vertices that there are now, and gives them. */
    double[] grow(Subdivision plane, int unit) {
        columns[unit] = plane.interpolated(columns[unit]);
        return columns[unit];
    }

    void set(int unit, double[] values) {
        columns[unit] = values;
    }

    /** Gives up what is known of vertices and faces that were not kept. */
    void keep(Subdivision.Kept kept) {
        for (int unit = 0; unit < columns.length; unit++) {
            double[] column = columns[unit];
            columns[unit] = Arrays.stream(kept.vertices())
                    .mapToDouble(vertex -> column[vertex])
                    .toArray();
        }
        long[] known = hashes;
        hashes = Arrays.stream(kept.faces()).mapToLong(face -> known[face]).toArray();
        double[][] rows = tangents;
        if (rows.length > 0) {
            tangents = Arrays.stream(kept.faces())
                    .boxed()
                    .flatMap(face -> Stream.of(rows[2 * face], rows[2 * face + 1]))
                    .toArray(double[][]::new);
        }
    }

    /** Writes the values at one vertex. */
    void vertex(int vertex, double[] block, int offset) {
        for (int unit = 0; unit < columns.length; unit++) {
            block[offset + unit] = columns[unit][vertex];
        }
    }

    /** Writes the largest absolute value of each unit. */
    void magnitudes(double[] block, int offset) {
        for (int unit = 0; unit < columns.length; unit++) {
            double largest = 0;
            for (double value : columns[unit]) {
                largest = Math.max(largest, Math.abs(value));
            }
            block[offset + unit] = largest;
        }
    }

    /** One of the rows of tangents, 2 face or 2 face + 1. */
    double[] tangent(int row) {
        return tangents[row];
    }

    long hash(int face) {
        return hashes[face];
    }

    /** By unit, the largest value that may be nothing but rounding. */
    double[] tolerances() {
        return tolerances;
    }

    /**
     * The field behind an activation function made of straight pieces; takes this one's values with it.
     *
     * @param tangents as they are behind it
     * @param hashes as they are behind it
     */
    Field activated(Activation activation, double[][] tangents, long[] hashes) {
        double slope = activation.slope();
        for (double[] column : columns) {
            for (int v = 0; v < column.length; v++) {
                column[v] = column[v] > 0 ? column[v] : slope * column[v];
            }
        }
        return new Field(columns, tangents, hashes, tolerances);
    }
}
