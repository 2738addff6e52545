package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.overlap.LinearProgram.Solution;
import org.crease.probes.overlap.LinearProgram.Status;

/**
 * Whether the images of two regions overlap anywhere, not only where inputs show it: whether A₁ z₁ + b₁ = A₂ z₂ + b₂ for some
 * z₁, z₂ in the interiors. The boundaries are left out, since neighbours share one. One linear program in the kernel's
 * coordinates of (A₁, -A₂).
 */
final class RegionMeeting {
    private static final double PRECISION = 1e-9;
    private static final double INSIDE = 1e-6;

    private final double inputSize;
    private final double imageSize;
    private final DeepestPoint deepest;
    private final Effort effort;

    /**
     * A test of pairs.
     *
     * @param inputSize the largest absolute coordinate of an input; a millionth of it counts as inside
     * @param imageSize the largest absolute value of the layer
     */
    RegionMeeting(double inputSize, double imageSize, LinearProgramSolver solver, Effort effort) {
        this.inputSize = inputSize;
        this.imageSize = imageSize;
        this.effort = effort;
        deepest = new DeepestPoint(solver);
    }

    Answer meet(AffineRegion first, AffineRegion second) throws InterruptedException {
        effort.question();
        Kernel kernel = Kernel.of(difference(first.map(), second.map()));
        double[] zero = new double[first.map().outputs()];
        double[] start = kernel.shortest(zero);
        if (kernel.miss(start, zero) > PRECISION * imageSize) {
            return Answer.NO;
        }
        HalfSpaces ofFirst = first.polyhedron().flattened();
        HalfSpaces ofSecond = second.polyhedron().flattened();
        double[][] rows = new double[ofFirst.count() + ofSecond.count()][];
        double[] depths = new double[rows.length];
        fill(rows, depths, 0, ofFirst, 0, kernel, start);
        fill(rows, depths, ofFirst.count(), ofSecond, ofFirst.dimension(), kernel, start);
        if (rows.length == 0) {
            return Answer.YES;
        }
        effort.program();
        Solution solution = deepest.solve(rows, depths, Math.max(inputSize, Double.MIN_NORMAL));
        if (solution.status() != Status.OPTIMAL) {
            effort.undecided();
            return Answer.UNDECIDED;
        }
        return solution.point()[kernel.dimension()] > INSIDE * inputSize ? Answer.YES : Answer.NO;
    }

    /** (z₁, z₂) ↦ A₁ z₁ + b₁ - A₂ z₂ - b₂. */
    private static AffineMap difference(AffineMap first, AffineMap second) {
        int m = first.inputs();
        double[] matrix = new double[Math.multiplyExact(first.outputs(), 2 * m)];
        double[] offset = new double[first.outputs()];
        for (int i = 0; i < offset.length; i++) {
            for (int j = 0; j < m; j++) {
                matrix[i * 2 * m + j] = first.matrix()[i * m + j];
                matrix[i * 2 * m + m + j] = -second.matrix()[i * m + j];
            }
            offset[i] = first.offset()[i] - second.offset()[i];
        }
        return new AffineMap(first.outputs(), 2 * m, matrix, offset);
    }

    /** Half-spaces of one of the two points, whose coordinates begin at a column, along the kernel. */
    private static void fill(
            double[][] rows, double[] depths, int from, HalfSpaces faces, int column, Kernel kernel, double[] start) {
        double[] z = Arrays.copyOfRange(start, column, column + faces.dimension());
        for (int row = 0; row < faces.count(); row++) {
            double[] normal = new double[start.length];
            System.arraycopy(faces.normals(), row * faces.dimension(), normal, column, faces.dimension());
            rows[from + row] = kernel.coordinates(normal);
            depths[from + row] = faces.depth(row, z);
        }
    }
}
