package org.crease.homology.representative;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A bar of a persistence diagram with what shows it. In the complex K(t) of all simplices of diameter at most t:
 *
 * <ul>
 *   <li>the cycle is one from the birth on; the filling has it as its boundary, from the death on;
 *   <li>the cocycle is one before the death, and zero before the birth;
 *   <li>the cocycle's value on the cycle is 1. So neither is trivial while the bar lives, and the class is of no earlier
 *       birth, nor the sum of one that is and one that dies earlier.
 * </ul>
 *
 * <p>These facts prove the bar, and {@link Verification} checks them.
 *
 * @param dimension of the class
 * @param birth the scale at which it is born
 * @param death the scale at which it dies; infinite when it does not up to the threshold
 * @param birthSimplex the simplex that gave birth: its diameter is the birth, and its coefficient in both cycle and cocycle
 *     is 1
 * @param deathSimplex the simplex, of one dimension more, that ended it: its diameter is the death, and it is in the
 *     filling; null for a class that does not die
 * @param cocycle its terms have diameters from birth to below death
 * @param cycle its terms have diameters up to birth
 * @param filling of one dimension more, its terms of diameters up to death; null for a class that does not die. What it is
 *     made from is kept as long as the bar: the distances and the pairs of simplices. It does not count where bars are compared
 */
public record Bar(
        int dimension,
        float birth,
        float death,
        Simplex birthSimplex,
        @Nullable Simplex deathSimplex,
        Chain cocycle,
        Chain cycle,
        @Nullable Filling filling) {

    /** Whether the class does not die up to the threshold. */
    public boolean isInfinite() {
        return Float.isInfinite(death);
    }

    /** Death less birth. */
    public float length() {
        return death - birth;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bar that
                && dimension == that.dimension
                && Float.compare(birth, that.birth) == 0
                && Float.compare(death, that.death) == 0
                && birthSimplex.equals(that.birthSimplex)
                && Objects.equals(deathSimplex, that.deathSimplex)
                && cocycle.equals(that.cocycle)
                && cycle.equals(that.cycle);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dimension, birth, death, birthSimplex);
    }
}
