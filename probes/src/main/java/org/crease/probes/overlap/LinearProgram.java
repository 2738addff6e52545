package org.crease.probes.overlap;

import org.crease.probes.ProbeException;

/**
 * Maximise c·x over all x with G x ≤ h. Variables are free.
 *
 * @param objective c
 * @param rows G, one constraint a row
 * @param bounds h
 */
record LinearProgram(double[] objective, double[][] rows, double[] bounds) {

    LinearProgram {
        if (rows.length != bounds.length) {
            throw new IllegalArgumentException(
                    "a linear program has " + rows.length + " rows and " + bounds.length + " bounds");
        }
        finite("objective", objective);
        finite("bounds", bounds);
        for (double[] row : rows) {
            if (row.length != objective.length) {
                throw new IllegalArgumentException("a row of a linear program has " + row.length
                        + " factors, there are " + objective.length + " variables");
            }
            finite("rows", row);
        }
    }

    private static void finite(String what, double... numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new ProbeException(
                        "a linear program has " + number + " in its " + what + "; expected finite numbers");
            }
        }
    }

    /** What came out. */
    enum Status {
        /** A point, feasible to 1e-9 of the numbers involved, and multipliers that prove it best, to 1e-7. */
        OPTIMAL,
        /** No point satisfies the constraints. */
        INFEASIBLE,
        /** The objective grows without end. */
        UNBOUNDED,
        /** The solver stopped at its limit of iterations or time. */
        LIMIT,
        /** The solver broke down, or what it gave did not hold: nothing is known. */
        FAILED
    }

    /**
     * A solution.
     *
     * @param point the best point; empty unless optimal
     * @param multipliers one for each row, none negative, with Gᵀ·multipliers = c: a proof that the objective is at most
     *     h·multipliers; empty unless optimal
     */
    record Solution(Status status, double[] point, double[] multipliers) {

        static Solution without(Status status) {
            return new Solution(status, new double[0], new double[0]);
        }
    }
}
