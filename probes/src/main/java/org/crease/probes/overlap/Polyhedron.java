package org.crease.probes.overlap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An intersection of closed half-spaces of the input space: the closure of a linear region. A region itself is half open,
 * since a unit at zero counts as inactive; but the network is continuous, so on the closure too it is the region's affine map,
 * and an image met on the boundary is met in truth.
 *
 * <p>Regions of a later layer share the half-spaces of the earlier region that they lie in.
 */
public final class Polyhedron {
    private final int dimension;
    /** Told apart by identity, since their arrays are; in the order of the layers. */
    private final Set<HalfSpaces> parts = new LinkedHashSet<>();

    private Polyhedron(int dimension) {
        this.dimension = dimension;
    }

    /** The whole space. */
    static Polyhedron space(int dimension) {
        return new Polyhedron(dimension);
    }

    /** The points of all of the polyhedra that satisfy these constraints too. */
    static Polyhedron meet(List<Polyhedron> polyhedra, HalfSpaces constraints) {
        Polyhedron meet = new Polyhedron(constraints.dimension());
        polyhedra.forEach(polyhedron -> meet.parts.addAll(polyhedron.parts));
        if (constraints.count() > 0) {
            meet.parts.add(constraints);
        }
        return meet;
    }

    /** Dimension of the space. */
    public int dimension() {
        return dimension;
    }

    /** Number of half-spaces, redundant ones included. */
    public int halfSpaces() {
        return parts.stream().mapToInt(HalfSpaces::count).sum();
    }

    /**
     * The smallest signed distance of a point to the boundary of a half-space: negative outside the polyhedron, zero on its
     * boundary, infinite where there is no constraint.
     */
    public double depth(double... z) {
        double depth = Double.POSITIVE_INFINITY;
        for (HalfSpaces part : parts) {
            for (int row = 0; row < part.count(); row++) {
                depth = Math.min(depth, part.depth(row, z));
            }
        }
        return depth;
    }

    /** All half-spaces in one. */
    HalfSpaces flattened() {
        int count = halfSpaces();
        double[] normals = new double[Math.multiplyExact(count, dimension)];
        double[] offsets = new double[count];
        int row = 0;
        for (HalfSpaces part : parts) {
            System.arraycopy(part.normals(), 0, normals, row * dimension, part.normals().length);
            System.arraycopy(part.offsets(), 0, offsets, row, part.count());
            row += part.count();
        }
        return new HalfSpaces(dimension, normals, offsets);
    }
}
