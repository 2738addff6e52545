package org.crease.probes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.crease.probes.ProbeException;
import org.crease.probes.overlap.LinearProgram.Solution;
import org.crease.probes.overlap.LinearProgram.Status;
import org.junit.jupiter.api.Test;

class LinearProgramSolverTest {
    private static final LinearProgramSolver SOLVER = new LinearProgramSolver();

    private static Solution solve(double[] objective, double[][] rows, double... bounds) {
        return SOLVER.solve(new LinearProgram(objective, rows, bounds));
    }

    @Test
    void aTriangleHasItsBestCorner() {
        Solution solution = solve(new double[] {1, 2}, new double[][] {{-1, 0}, {0, -1}, {1, 1}}, 0, 0, 3);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.point()).containsExactly(new double[] {0, 3}, within(1e-12));
        assertThat(solution.multipliers()).containsExactly(new double[] {1, 0, 2}, within(1e-12));
    }

    @Test
    void manyConstraintsThroughOnePointAreNoTrouble() {
        double[][] rows = new double[200][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {Math.cos(i % 20), Math.sin(i % 20), 1}; // each ten times
        }
        Solution solution = solve(new double[] {0, 0, 1}, rows, new double[rows.length]);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        assertThat(solution.point()[2]).isCloseTo(0, within(1e-12));
    }

    /** Beale's program, on which the simplex method can turn in a circle for ever: its optimum is 1/20. */
    @Test
    void aProgramKnownToCycleComesToItsEnd() {
        Solution solution = solve(
                new double[] {0.75, -150, 0.02, -6},
                new double[][] {
                    {0.25, -60, -0.04, 9},
                    {0.5, -90, -0.02, 3},
                    {0, 0, 1, 0},
                    {-1, 0, 0, 0},
                    {0, -1, 0, 0},
                    {0, 0, -1, 0},
                    {0, 0, 0, -1}
                },
                0,
                0,
                1,
                0,
                0,
                0,
                0);
        assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
        double[] x = solution.point();
        assertThat(0.75 * x[0] - 150 * x[1] + 0.02 * x[2] - 6 * x[3]).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void infeasibleAndUnboundedAreToldApart() {
        assertThat(solve(new double[] {1}, new double[][] {{1}, {-1}}, 1, -2).status())
                .isEqualTo(Status.INFEASIBLE);
        assertThat(solve(new double[] {0, 1}, new double[][] {{1, 0}, {-1, 0}}, 1, 1)
                        .status())
                .isEqualTo(Status.UNBOUNDED);
        assertThat(solve(new double[] {1, 1}, new double[][] {{-1, 0}, {0, -1}}, 0, 0)
                        .status())
                .isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void rowsOfZerosHoldOrRuleEverythingOut() {
        assertThat(solve(new double[] {1}, new double[][] {{0}, {1}}, -1, 5).status())
                .isEqualTo(Status.INFEASIBLE);
        Solution solution = solve(new double[] {1}, new double[][] {{0}, {1}}, 0, 5);
        assertThat(solution.point()).containsExactly(5);
        assertThat(solution.multipliers()).containsExactly(0, 1);
    }

    @Test
    void rowsOfVeryDifferentLengthAreSolvedAlike() {
        Random random = new Random(5);
        double[][] rows = new double[61][11];
        double[][] scaled = new double[61][];
        double[] bounds = new double[61];
        double[] scaledBounds = new double[61];
        for (int i = 0; i < rows.length; i++) {
            double scale = Math.pow(10, random.nextInt(9) - 4);
            for (int j = 0; j < 10; j++) {
                rows[i][j] = i == 60 ? 0 : random.nextGaussian();
            }
            rows[i][10] = 1;
            bounds[i] = i == 60 ? 1 : random.nextGaussian();
            scaled[i] = Arrays.stream(rows[i]).map(x -> scale * x).toArray();
            scaledBounds[i] = scale * bounds[i];
        }
        double[] objective = new double[11];
        objective[10] = 1;
        Solution plain = solve(objective, rows, bounds);
        Solution other = solve(objective, scaled, scaledBounds);
        assertThat(plain.status()).isEqualTo(Status.OPTIMAL);
        assertThat(other.status()).isEqualTo(Status.OPTIMAL);
        assertThat(other.point()[10]).isCloseTo(plain.point()[10], within(1e-9));
    }

    @Test
    void theLimitOfIterationsIsNoAnswer() {
        Random random = new Random(3);
        double[][] rows = new double[50][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = TinyNetwork.gaussians(11, random);
            rows[i][10] = i == 49 ? 1 : rows[i][10];
        }
        LinearProgram program =
                new LinearProgram(TinyNetwork.gaussians(11, random), rows, TinyNetwork.gaussians(50, random));
        assertThat(new LinearProgramSolver(1).solve(program).status()).isEqualTo(Status.LIMIT);
    }

    @Test
    void numbersThatAreNoneAndRowsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new LinearProgram(new double[] {Double.NaN}, new double[0][], new double[0]))
                .isInstanceOf(ProbeException.class)
                .hasMessage("a linear program has NaN in its objective; expected finite numbers");
        assertThatThrownBy(() -> new LinearProgram(new double[] {1}, new double[][] {{1, 2}}, new double[1]))
                .hasMessage("a row of a linear program has 2 factors, there are 1 variables");
        assertThatThrownBy(() -> new LinearProgram(new double[] {1}, new double[][] {{1}}, new double[2]))
                .hasMessage("a linear program has 1 rows and 2 bounds");
    }
}
