package org.crease.homology.complex;

/**
 * Orientation and in-circle tests of points of one plane in space, by the spatial ones with a point off the plane: a sphere
 * through a circle meets its plane there only.
 */
final class CoplanarPredicates implements DelaunayPredicates {
    private final SpatialPredicates spatial;
    private final int apex;
    private final int[] scratch = new int[4];

    CoplanarPredicates(SpatialPredicates spatial, int apex) {
        this.spatial = spatial;
        this.apex = apex;
    }

    @Override
    public int dimension() {
        return 2;
    }

    @Override
    public int orientation(int[] simplex) {
        return spatial.orientation(joined(simplex));
    }

    @Override
    public int inSphere(int[] simplex, int point) {
        return spatial.inSphere(joined(simplex), point);
    }

    private int[] joined(int[] simplex) {
        System.arraycopy(simplex, 0, scratch, 0, 3);
        scratch[3] = apex;
        return scratch;
    }
}
