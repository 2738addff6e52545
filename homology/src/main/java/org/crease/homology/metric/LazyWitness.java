package org.crease.homology.metric;

import java.util.Arrays;

/**
 * The lazy witness complex: a flag filtration on landmarks in which all points of a space take part as witnesses. Landmarks a
 * and b are joined at the least scale R at which some point z has both within R + m(z), where m(z) is the distance of z from
 * its nu-th nearest landmark, or 0 for nu = 0:
 *
 * <p>t(a, b) = min over z of max(0, max(d(a, z), d(b, z)) - m(z)).
 *
 * <p>Landmarks are witnesses too, so at nu = 1 they have m = 0. A point with fewer than nu landmarks at finite distance is no
 * witness. O(n L²) time for L landmarks of n points.
 *
 * <p><b>What is known</b>, with D the {@link #relaxation}, the largest m, and where the triangle inequality holds:
 *
 * <ul>
 *   <li>d(a, b) / 2 - D &le; t(a, b) for any nu, and t(a, b) &le; d(a, b) (take z = a). So the complex at R holds the
 *       Vietoris-Rips complex of the landmarks at R and is held by that at 2 (R + D). For nu = 0, D is 0: the two filtrations are
 *       within a factor of 2 at every scale.
 *   <li>For nu = 1, D is at most the covering radius of the landmarks: at scales from 2 D, a factor of 3 (N. Arafat, D. Basu,
 *       S. Bressan, <i>Topological data analysis with epsilon-net induced lazy witness complex</i>, DEXA 2019).
 *   <li>For nu = 2 and above, D is not bounded by the covering radius, and we know of no better bound; its value here bounds
 *       this one space.
 *   <li>Changing nu moves no t by more than the larger D, nor bars in bottleneck distance.
 *   <li>From the landmarks to the whole space: the diagrams of their Vietoris-Rips filtrations differ by at most twice the
 *       covering radius in bottleneck distance.
 * </ul>
 *
 * <p>None of these says that a scale exists at which the complex has the homology of the shape sampled. That it mostly does
 * for curves and surfaces at nu = 1 or 2 is experience.
 *
 * <p>V. de Silva, G. Carlsson, <i>Topological estimation using witness complexes</i>, SPBG 2004.
 *
 * @param space the scales t(a, b), landmarks in their order
 * @param landmarks the points they are of
 * @param nu as above
 * @param relaxation the largest m(z) of a witness
 */
public record LazyWitness(DistanceMatrix space, Landmarks landmarks, int nu, double relaxation) {

    private static final int ROWS_BETWEEN_CHECKS = 256;

    /**
     * The filtration on these landmarks of a space.
     *
     * @param nu from 0 to the number of landmarks; 1 is usual
     * @throws IllegalArgumentException when it is not, or a distance is negative or NaN
     * @throws IndexOutOfBoundsException when a landmark is no point of the space
     * @throws InterruptedException when the thread is interrupted
     */
    public static LazyWitness of(FiniteMetricSpace space, Landmarks landmarks, int nu) throws InterruptedException {
        int[] indices = landmarks.indices();
        if (nu < 0 || nu > indices.length) {
            throw new IllegalArgumentException("lazy witness complex with nu = " + nu + " on " + indices.length
                    + " landmarks; nu is from 0 to their number");
        }
        int[] lower = new int[DistanceMatrix.entries(indices.length)]; // bits of floats, which compare as they do
        Arrays.fill(lower, Float.floatToRawIntBits(Float.POSITIVE_INFINITY));
        int[] shifted = new int[indices.length];
        float[] row = new float[indices.length];
        float[] ascending = new float[indices.length];
        float relaxation = 0;
        for (int z = 0; z < space.size(); z++) {
            measure(space, z, indices, row);
            float nearest = nearest(row, ascending, nu);
            if (nearest < Float.POSITIVE_INFINITY) {
                for (int k = 0; k < row.length; k++) {
                    shifted[k] = Float.floatToRawIntBits(Math.max(0, row[k] - nearest));
                }
                witness(lower, shifted);
                relaxation = Math.max(relaxation, nearest);
            }
        }
        return new LazyWitness(new DistanceMatrix(indices.length, floats(lower)), landmarks, nu, relaxation);
    }

    private static float[] floats(int[] bits) {
        float[] floats = new float[bits.length];
        for (int k = 0; k < bits.length; k++) {
            floats[k] = Float.intBitsToFloat(bits[k]);
        }
        return floats;
    }

    private static void measure(FiniteMetricSpace space, int z, int[] landmarks, float[] row)
            throws InterruptedException {
        for (int k = 0; k < row.length; k++) {
            if (k % 64 == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted at witness " + z + " of " + space.size());
            }
            row[k] = DistanceMatrix.checked(space.distance(landmarks[k], z), landmarks[k], z);
        }
    }

    private static float nearest(float[] row, float[] ascending, int nu) {
        if (nu == 0) {
            return 0;
        }
        System.arraycopy(row, 0, ascending, 0, row.length);
        Arrays.sort(ascending);
        return ascending[nu - 1];
    }

    /** Lowers the scale of each pair to that at which this witness joins it: the larger of two distances, both shifted. */
    private static void witness(int[] lower, int[] shifted) throws InterruptedException {
        int start = 0;
        for (int a = 1; a < shifted.length; a++) {
            if (a % ROWS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while joining landmarks");
            }
            int far = shifted[a];
            for (int b = 0; b < a; b++) {
                lower[start + b] = Math.min(lower[start + b], Math.max(far, shifted[b]));
            }
            start += a;
        }
    }
}
