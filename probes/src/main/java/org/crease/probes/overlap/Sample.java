package org.crease.probes.overlap;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which probe inputs are looked at.
 *
 * @param rows their positions in the probe set, ascending
 */
record Sample(int... rows) {

    /** Draws by the seed alone, then leaves out what is classified wrongly. */
    static Sample of(Snapshot snapshot, OverlapSettings settings, long seed) {
        int size = snapshot.probeSet().size();
        Integer limit = settings.maxInputs();
        int[] rows = IntStream.range(0, size).toArray();
        if (limit != null && limit < size) {
            rows = drawn(rows, limit, seed);
        }
        return new Sample(settings.correctOnly() ? correct(snapshot, rows) : rows);
    }

    /** How many it would be, at most. */
    static int most(Snapshot snapshot, OverlapSettings settings) {
        Integer limit = settings.maxInputs();
        int size = snapshot.probeSet().size();
        return limit == null ? size : Math.min(limit, size);
    }

    private static int[] drawn(int[] rows, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, rows.length);
            int swapped = rows[other];
            rows[other] = rows[i];
            rows[i] = swapped;
        }
        int[] drawn = Arrays.copyOf(rows, count);
        Arrays.sort(drawn);
        return drawn;
    }

    private static int[] correct(Snapshot snapshot, int[] rows) {
        ProbeSet probeSet = snapshot.probeSet();
        LayerSnapshot last = snapshot.layers().get(snapshot.layers().size() - 1);
        INDArray scores = last.activations();
        if (scores.rank() != 2 || scores.size(1) < 2) {
            throw new ProbeException("correct-only: layer " + last.name() + ", the last, has shape "
                    + Arrays.toString(scores.shape()) + "; expected a score for each of two classes or more");
        } else if (Arrays.stream(rows).anyMatch(row -> probeSet.labels()[row] < 0)) {
            throw new ProbeException("correct-only: the probe set has no classes; expected a classification task");
        }
        return Arrays.stream(rows)
                .filter(row -> likeliest(scores, row) == probeSet.labels()[row])
                .toArray();
    }

    private static int likeliest(INDArray scores, int row) {
        int likeliest = 0;
        for (int k = 1; k < scores.size(1); k++) {
            likeliest = scores.getDouble(row, k) > scores.getDouble(row, likeliest) ? k : likeliest;
        }
        return likeliest;
    }

    /** The rows of an array of the probe set, flattened. */
    double[][] of(double[][] all) {
        return Arrays.stream(rows).mapToObj(row -> all[row]).toArray(double[][]::new);
    }

    /**
     * The rows of an array as a cloud.
     *
     * @throws ProbeException when one is not finite
     */
    PointCloud cloud(INDArray array, String what) {
        double[][] points = of(OverlapDecomposition.points(array, what));
        int dimension = points.length == 0 ? 0 : points[0].length;
        float[] coordinates = new float[Math.multiplyExact(points.length, dimension)];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < dimension; k++) {
                coordinates[i * dimension + k] = (float) points[i][k];
            }
        }
        return PointCloud.of(coordinates, points.length, dimension);
    }

    /** The ids of the inputs. */
    int[] ids(ProbeSet probeSet) {
        return Arrays.stream(rows).map(row -> probeSet.ids()[row]).toArray();
    }
}
