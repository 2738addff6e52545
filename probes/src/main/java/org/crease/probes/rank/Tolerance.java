package org.crease.probes.rank;

import org.crease.probes.Setting;

/** The rule by which a singular value counts as zero: when it is not above the threshold. */
public sealed interface Tolerance {

    /** max(rows, columns) · ε · σ_max with ε of float32, the precision that weights are stored in. */
    record Float32() implements Tolerance {}

    /** max(rows, columns) · ε · σ_max with ε of float64. */
    record Float64() implements Tolerance {}

    /** A fixed number. */
    record Absolute(
            @Setting(value = "Largest singular value that counts as zero", min = 0, exclusive = true)
            double value) implements Tolerance {}

    /** A share of σ_max. */
    record Relative(
            @Setting(
                    value = "Largest singular value that counts as zero, as a share of the largest one",
                    min = 0,
                    max = 1,
                    exclusive = true)
            double factor)
            implements Tolerance {}

    /**
     * The largest singular value that counts as zero.
     *
     * @param rows of the whole matrix, masked rows included
     * @param columns of the whole matrix
     * @param largest the largest singular value
     */
    default double threshold(int rows, int columns, double largest) {
        if (this instanceof Absolute absolute) {
            return absolute.value();
        } else if (this instanceof Relative relative) {
            return relative.factor() * largest;
        }
        double epsilon = this instanceof Float32 ? Math.ulp(1f) : Math.ulp(1d);
        return Math.max(rows, columns) * epsilon * largest;
    }
}
