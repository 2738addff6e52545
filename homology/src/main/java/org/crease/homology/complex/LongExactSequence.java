package org.crease.homology.complex;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The long exact sequence of a complex M and a part A of it,
 *
 * <pre>… → H_k(A) → H_k(M) → H_k(M, A) → H_{k-1}(A) → …</pre>
 *
 * with coefficients in a field: A. Hatcher, <i>Algebraic Topology</i>, 2002, theorem 2.16.
 *
 * @param field number of elements of the coefficient field, a prime
 * @param degrees from 0 to the dimension of M
 * @param vanishing whether each map followed by the next was zero
 */
public record LongExactSequence(int field, List<Degree> degrees, boolean vanishing) {

    /**
     * One degree of it.
     *
     * @param dimension k
     * @param part the dimension of H_k(A)
     * @param whole the dimension of H_k(M)
     * @param relative the dimension of H_k(M, A)
     * @param inclusion the rank of H_k(A) → H_k(M)
     * @param projection the rank of H_k(M) → H_k(M, A)
     * @param connecting the rank of H_k(M, A) → H_{k-1}(A), 0 for k = 0
     */
    public record Degree(
            int dimension, int part, int whole, int relative, int inclusion, int projection, int connecting) {}

    public LongExactSequence {
        degrees = List.copyOf(degrees);
    }

    /** Whether at each place the image of one map is the kernel of the next. */
    public boolean isExact() {
        int arriving = 0; // the rank of the connecting map from one degree above
        boolean exact = vanishing;
        for (int k = degrees.size() - 1; k >= 0; k--) {
            Degree degree = degrees.get(k);
            exact &= degree.part() == arriving + degree.inclusion();
            exact &= degree.whole() == degree.inclusion() + degree.projection();
            exact &= degree.relative() == degree.projection() + degree.connecting();
            arriving = degree.connecting();
        }
        return exact && arriving == 0;
    }

    /** The Euler characteristic of A. */
    public int eulerOfPart() {
        return alternating(Degree::part);
    }

    /** The Euler characteristic of M. */
    public int eulerOfWhole() {
        return alternating(Degree::whole);
    }

    /** The Euler characteristic of the pair: that of M less that of A. */
    public int eulerOfPair() {
        return alternating(Degree::relative);
    }

    /** The dimensions of H_k(M, A). */
    public int[] relative() {
        return degrees.stream().mapToInt(Degree::relative).toArray();
    }

    private int alternating(ToIntFunction<Degree> dimension) {
        return degrees.stream()
                .mapToInt(degree ->
                        degree.dimension() % 2 == 0 ? dimension.applyAsInt(degree) : -dimension.applyAsInt(degree))
                .sum();
    }
}
