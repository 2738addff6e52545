package org.crease.homology.distance;

import java.util.Arrays;

/**
 * A cheapest partial matching of bars that are all born at once, as those of dimension 0 mostly are. The cost of moving one is
 * a convex function of the difference of deaths, so some cheapest matching leaves no two pairs crossed, and it is found by
 * aligning the two ascending rows of deaths: n m steps in memory that grows with m, where {@link Transport} may need the cube.
 */
final class Alignment {
    private Alignment() {}

    /** Whether all bars of both are born at once. */
    static boolean applies(Bars a, Bars b) {
        double birth = a.size() > 0 ? a.births()[0] : b.size() > 0 ? b.births()[0] : 0;
        return Arrays.stream(a.births()).allMatch(other -> other == birth)
                && Arrays.stream(b.births()).allMatch(other -> other == birth);
    }

    /** The cost of the cheapest matching; deaths are ascending, as in a diagram. */
    static double cheapest(Bars a, Bars b, GroundCost cost) {
        double[] losingA = cost.ofLosing(a);
        double[] losingB = cost.ofLosing(b);
        double[] least = new double[b.size() + 1]; // of the bars of a so far and the first so many of b
        for (int j = 0; j < b.size(); j++) {
            least[j + 1] = least[j] + losingB[j];
        }
        for (int i = 0; i < a.size(); i++) {
            double diagonal = least[0];
            least[0] += losingA[i];
            for (int j = 0; j < b.size(); j++) {
                double both = diagonal + cost.between(a, i, b, j);
                diagonal = least[j + 1];
                least[j + 1] = Math.min(both, Math.min(diagonal + losingA[i], least[j] + losingB[j]));
            }
        }
        return least[b.size()];
    }
}
