package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.Cancellation;
import org.crease.probes.overlap.LinearProgram.Solution;

/**
 * The point w deepest inside constraints D w + e ≥ 0: the linear program "maximise t with D w + e ≥ t, t ≤ cap". It always
 * has a solution, so that infeasible and unbounded cannot occur, and t says how clear the answer is: the constraints can be
 * met when t is not below zero. The multipliers of a negative t prove, by Farkas' lemma, that they cannot; and prove it for
 * other e too, as long as they weigh them below zero.
 */
final class DeepestPoint {
    private static final int LONG = 20_000; // numbers of a program that may take a tenth of a second

    private final LinearProgramSolver solver;

    DeepestPoint(LinearProgramSolver solver) {
        this.solver = solver;
    }

    /**
     * Solves the program.
     *
     * @param rows D; each of the same length
     * @param cap the depth that is enough
     * @return the point with t as its last coordinate; multipliers, of the rows, then of t ≤ cap
     */
    Solution solve(double[][] rows, double[] offsets, double cap) throws InterruptedException {
        int variables = rows.length == 0 ? 0 : rows[0].length;
        double[][] constraints = new double[rows.length + 1][];
        double[] bounds = Arrays.copyOf(offsets, rows.length + 1);
        for (int i = 0; i < rows.length; i++) {
            constraints[i] = new double[variables + 1];
            for (int j = 0; j < variables; j++) {
                constraints[i][j] = -rows[i][j];
            }
            constraints[i][variables] = 1;
        }
        double[] objective = new double[variables + 1];
        objective[variables] = 1;
        constraints[rows.length] = objective;
        bounds[rows.length] = cap;
        LinearProgram program = new LinearProgram(objective, constraints, bounds);
        return rows.length * variables > LONG ? Cancellation.await(() -> solver.solve(program)) : solver.solve(program);
    }
}
