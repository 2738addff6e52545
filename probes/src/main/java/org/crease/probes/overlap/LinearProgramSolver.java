package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.overlap.LinearProgram.Solution;
import org.crease.probes.overlap.LinearProgram.Status;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Access1D;

/**
 * Linear programs by the simplex method of ojAlgo (<a href="https://www.ojalgo.org">ojalgo.org</a>, MIT licence).
 *
 * <p>ojAlgo 57.1.0 was chosen over Hipparchus 4.0.3 (Apache 2). Both are alive and have no dependencies of their own (2.7 and
 * 2.2 MB). On random and on degenerate programs of 2 to 30 variables and 10 to 200 unit rows the two agreed to 1e-7, at 0.01 to
 * 1.8 ms for ojAlgo and 0.03 to 7.3 ms for Hipparchus. Where rows differed in length by up to 1e8, Hipparchus called up to two
 * thirds of the feasible programs infeasible; ojAlgo lost precision, and does not once rows are scaled. And ojAlgo gives
 * multipliers, which Hipparchus does not.
 *
 * <p>No solver's word is taken for an optimum. Rows are scaled to unit length; a point counts only when it satisfies the
 * constraints and the multipliers prove that there is no better one, else the answer is {@link Status#FAILED}.
 */
final class LinearProgramSolver {
    private static final double PRECISION = 1e-9;
    private static final double DUAL_PRECISION = 1e-7; // ojAlgo takes reduced costs below 1e-8 for zero

    private final int iterations;

    LinearProgramSolver() {
        this(100_000);
    }

    /**
     * A solver.
     *
     * @param iterations pivots after which it gives up
     */
    LinearProgramSolver(int iterations) {
        this.iterations = iterations;
    }

    /** Solves a program. */
    Solution solve(LinearProgram program) {
        double[] lengths = lengths(program);
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] == 0 && program.bounds()[i] < 0) {
                return Solution.without(Status.INFEASIBLE);
            }
        }
        LinearProgram scaled = scaled(program, lengths);
        return unscaled(checked(scaled, bySimplex(scaled)), lengths);
    }

    private static double[] lengths(LinearProgram program) {
        return Arrays.stream(program.rows())
                .mapToDouble(row -> Math.sqrt(dot(row, row)))
                .toArray();
    }

    private static LinearProgram scaled(LinearProgram program, double[] lengths) {
        double[][] rows = new double[lengths.length][];
        double[] bounds = new double[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            double factor = lengths[i] == 0 ? 1 : 1 / lengths[i];
            rows[i] = Arrays.stream(program.rows()[i]).map(x -> x * factor).toArray();
            bounds[i] = program.bounds()[i] * factor;
        }
        return new LinearProgram(program.objective(), rows, bounds);
    }

    private static Solution unscaled(Solution solution, double[] lengths) {
        double[] multipliers = solution.multipliers().clone();
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = lengths[i] == 0 ? 0 : multipliers[i] / lengths[i];
        }
        return new Solution(solution.status(), solution.point(), multipliers);
    }

    private Solution bySimplex(LinearProgram program) {
        int variables = program.objective().length;
        double[] costs = Arrays.stream(program.objective()).map(c -> -c).toArray();
        double[] lower = new double[variables];
        double[] upper = new double[variables];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        LinearSolver.Builder builder =
                LinearSolver.newBuilder(costs).lower(lower).upper(upper);
        for (int i = 0; i < program.rows().length; i++) {
            builder.inequality(program.bounds()[i], program.rows()[i]);
        }
        Optimisation.Options options = new Optimisation.Options();
        options.iterations_abort = iterations;
        return solution(program, builder, options);
    }

    /** What the library answers, taken at its word. It throws runtime exceptions of many kinds where it breaks down. */
    private static Solution solution(
            LinearProgram program, LinearSolver.Builder builder, Optimisation.Options options) {
        Optimisation.Result result;
        try {
            result = builder.build(options).solve();
        } catch (RuntimeException e) {
            return Solution.without(Status.FAILED);
        }
        Status status = switch (result.getState()) {
            case OPTIMAL, DISTINCT -> Status.OPTIMAL;
            case INFEASIBLE -> Status.INFEASIBLE;
            case UNBOUNDED -> Status.UNBOUNDED;
            case FEASIBLE, APPROXIMATE, VALID, UNEXPLORED -> Status.LIMIT;
            default -> Status.FAILED;
        };
        if (status != Status.OPTIMAL) {
            return Solution.without(status);
        }
        double[] point = new double[program.objective().length];
        Arrays.setAll(point, result::doubleValue);
        return result.getDualSolution()
                .map(dual -> new Solution(status, point, multipliers(dual.get(), program.bounds().length)))
                .orElse(Solution.without(Status.FAILED));
    }

    private static double[] multipliers(Access1D<?> dual, int rows) {
        double[] multipliers = new double[rows];
        Arrays.setAll(multipliers, i -> Math.max(0, dual.doubleValue(i)));
        return multipliers;
    }

    /** The solution, if point and multipliers prove each other best. */
    private static Solution checked(LinearProgram program, Solution solution) {
        if (solution.status() != Status.OPTIMAL) {
            return solution;
        }
        double size = 1 + largest(solution.point());
        double[] combined = program.objective().clone();
        double gap = -dot(program.objective(), solution.point());
        double weights = 1;
        boolean holds = true;
        for (int i = 0; i < program.bounds().length; i++) {
            double bound = program.bounds()[i];
            double multiplier = solution.multipliers()[i];
            holds &= dot(program.rows()[i], solution.point()) <= bound + PRECISION * (size + Math.abs(bound));
            gap += multiplier * bound;
            weights += multiplier * (1 + Math.abs(bound));
            for (int j = 0; j < combined.length; j++) {
                combined[j] -= multiplier * program.rows()[i][j];
            }
        }
        holds &= Math.abs(gap) <= DUAL_PRECISION * weights * size;
        holds &= largest(combined) <= DUAL_PRECISION * weights;
        return holds ? solution : Solution.without(Status.FAILED);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).reduce(0, Math::max);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
