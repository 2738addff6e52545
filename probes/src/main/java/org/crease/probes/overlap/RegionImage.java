package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.probes.overlap.LinearProgram.Solution;
import org.crease.probes.overlap.LinearProgram.Status;

/**
 * The image of a region: whether y = A z + b for some z of the region's polyhedron. Cheap exact tests come first:
 *
 * <ol>
 *   <li>y must be zero where the region's units are dead;
 *   <li>the least-squares z must have the value y: else y is not in the image of the whole space;
 *   <li>where A has full column rank that z is the only one, and its signs decide;
 *   <li>where the kernel is a line, an interval decides;
 *   <li>the shift of a probe input of the region along the kernel may lie in the polyhedron;
 *   <li>the proof of an earlier "no" may do for this y too.
 * </ol>
 *
 * <p>What is left is a linear program in the kernel's coordinates, so inputs in the plane never need one. A "yes" is checked at
 * its z, a "no" has multipliers that prove it.
 */
final class RegionImage {
    private static final double PRECISION = 1e-9;
    private static final double CLEARLY = 1e-6; // above what multipliers are precise to
    private static final int PROOFS = 16;
    private static final int SHIFTS = 8;

    private final AffineRegion region;
    private final double[][] points;
    private final Kernel kernel;
    private final HalfSpaces faces;
    private final int[] dead;
    private final double[][] along;
    private final List<double[]> proofs = new ArrayList<>();
    private final DeepestPoint deepest;
    private final Effort effort;
    private final double inputSize;
    private final double imageSize;

    /**
     * The image of a region.
     *
     * @param points the probe inputs, shape (n, features)
     * @param inputSize the largest absolute coordinate of an input
     * @param imageSize the largest absolute value of the layer
     */
    RegionImage(
            AffineRegion region,
            double[][] points,
            double inputSize,
            double imageSize,
            LinearProgramSolver solver,
            Effort effort)
            throws InterruptedException {
        this.region = region;
        this.points = points;
        this.inputSize = inputSize;
        this.imageSize = imageSize;
        this.effort = effort;
        deepest = new DeepestPoint(solver);
        kernel = Kernel.of(region.map());
        faces = region.polyhedron().flattened();
        dead = IntStream.range(0, region.map().outputs())
                .filter(unit -> region.map().length(unit) == 0)
                .toArray();
        along = new double[faces.count()][];
        for (int row = 0; row < along.length; row++) {
            double[] normal =
                    Arrays.copyOfRange(faces.normals(), row * faces.dimension(), (row + 1) * faces.dimension());
            along[row] = kernel.coordinates(normal);
            if (Kernel.dot(along[row], along[row]) <= PRECISION * PRECISION) {
                Arrays.fill(along[row], 0);
            }
        }
    }

    /** The singular values of A. */
    SingularValues singular() {
        return kernel.singular();
    }

    /** Whether y is in the image. */
    Answer contains(double[] y) throws InterruptedException {
        effort.question();
        double tolerance = PRECISION * imageSize;
        if (!fitsDeadUnits(y, tolerance)) {
            return Answer.NO;
        }
        double[] start = kernel.shortest(y);
        if (kernel.miss(start, y) > tolerance) {
            return Answer.NO;
        }
        double[] depths = depths(start);
        return switch (kernel.dimension()) {
            case 0 -> inside(depths, start) ? Answer.YES : Answer.NO;
            case 1 -> crosses(depths, start) ? Answer.YES : Answer.NO;
            default -> search(y, start, depths);
        };
    }

    private boolean fitsDeadUnits(double[] y, double tolerance) {
        return Arrays.stream(dead)
                .allMatch(unit -> Math.abs(y[unit] - region.map().offset()[unit]) <= tolerance);
    }

    private double[] depths(double[] z) {
        double[] depths = new double[faces.count()];
        Arrays.setAll(depths, row -> faces.depth(row, z));
        return depths;
    }

    private double slack(double[] z) {
        double size = inputSize;
        for (double coordinate : z) {
            size = Math.max(size, Math.abs(coordinate));
        }
        return PRECISION * size;
    }

    private boolean inside(double[] depths, double[] z) {
        double slack = slack(z);
        return Arrays.stream(depths).allMatch(depth -> depth >= -slack);
    }

    /** Whether the line z₀ + w n meets the polyhedron. */
    private boolean crosses(double[] depths, double[] start) {
        double slack = slack(start);
        double from = Double.NEGATIVE_INFINITY;
        double to = Double.POSITIVE_INFINITY;
        for (int row = 0; row < depths.length; row++) {
            double slope = along[row][0];
            if (slope == 0 && depths[row] < -slack) {
                return false;
            } else if (slope > 0) {
                from = Math.max(from, -(depths[row] + slack) / slope);
            } else if (slope < 0) {
                to = Math.min(to, -(depths[row] + slack) / slope);
            }
        }
        return from <= to;
    }

    private Answer search(double[] y, double[] start, double[] depths) throws InterruptedException {
        double slack = slack(start);
        for (int row = 0; row < depths.length; row++) {
            if (depths[row] < -slack && Arrays.stream(along[row]).allMatch(slope -> slope == 0)) {
                return Answer.NO;
            }
        }
        for (int k = 0; k < Math.min(SHIFTS, region.members().length); k++) {
            if (holds(kernel.point(start, kernel.coordinates(points[region.members()[k]])), y)) {
                return Answer.YES;
            }
        }
        for (double[] proof : proofs) {
            if (Kernel.dot(proof, depths) < -CLEARLY * inputSize) {
                return Answer.NO;
            }
        }
        return program(y, start, depths);
    }

    private boolean holds(double[] z, double[] y) {
        return inside(depths(z), z) && kernel.miss(z, y) <= PRECISION * Math.max(imageSize, magnitude(z));
    }

    /** How large the terms of A z + b are. */
    private double magnitude(double[] z) {
        double size = 0;
        for (double coordinate : z) {
            size = Math.max(size, Math.abs(coordinate));
        }
        return size * kernel.singular().largest();
    }

    private Answer program(double[] y, double[] start, double[] depths) throws InterruptedException {
        int[] rows = IntStream.range(0, along.length)
                .filter(row -> Arrays.stream(along[row]).anyMatch(slope -> slope != 0))
                .toArray();
        effort.program();
        Solution solution = deepest.solve(
                Arrays.stream(rows).mapToObj(row -> along[row]).toArray(double[][]::new),
                Arrays.stream(rows).mapToDouble(row -> depths[row]).toArray(),
                Math.max(inputSize, Double.MIN_NORMAL));
        if (solution.status() == Status.OPTIMAL) {
            double[] w = Arrays.copyOf(solution.point(), kernel.dimension());
            if (holds(kernel.point(start, w), y)) {
                return Answer.YES;
            } else if (solution.point()[kernel.dimension()] < -slack(start)) {
                remember(rows, solution.multipliers());
                return Answer.NO;
            }
        }
        effort.undecided();
        return Answer.UNDECIDED;
    }

    /** Multipliers of a "no": they weigh the rows to nothing, so that no w changes the weighed depth. */
    private void remember(int[] rows, double[] multipliers) {
        double[] proof = new double[along.length];
        for (int k = 0; k < rows.length; k++) {
            proof[rows[k]] = multipliers[k];
        }
        if (proofs.size() == PROOFS) {
            proofs.remove(0);
        }
        proofs.add(proof);
    }
}
