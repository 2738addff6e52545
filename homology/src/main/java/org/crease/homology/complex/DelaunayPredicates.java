package org.crease.homology.complex;

/** What a Delaunay triangulation asks of its points. All answers are exact signs. */
interface DelaunayPredicates {

    /** The dimension of the triangulation: simplices have one point more. */
    int dimension();

    /** On which side the simplex turns: +1 or -1, or 0 when it is flat. */
    int orientation(int[] simplex);

    /** For a simplex of orientation +1: +1 when a point is inside of its circumsphere, 0 when it is on it, -1 outside. */
    int inSphere(int[] simplex, int point);
}
