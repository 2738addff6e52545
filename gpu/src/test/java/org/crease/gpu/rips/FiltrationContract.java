package org.crease.gpu.rips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.crease.gpu.rips.Clouds.Kind;
import org.crease.gpu.rips.DeviceFiltration.Limits;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.VietorisRips;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.FiltrationKernel.Extent;
import org.crease.homology.kernel.FiltrationKernel.OrderedEdges;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.representative.BarSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What edges and lunes from a device must be: the processor's. */
abstract class FiltrationContract {
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int ALL_EDGES = Integer.MAX_VALUE;
    private static final Extent ALL = new Extent(Double.POSITIVE_INFINITY, 0, true);

    /** The device to be tested. */
    abstract SharedDevice device();

    /** The most points that it takes in the time of a test. */
    int most() {
        return 400;
    }

    private FiltrationKernel kernel() {
        return kernel(Limits.NONE);
    }

    private FiltrationKernel kernel(Limits limits) {
        return new DeviceFiltration(device(), true, limits);
    }

    @ParameterizedTest
    @CsvSource({
        "2,3,NORMAL",
        "3,1,WHOLE",
        "5,2,CIRCLE",
        "63,3,NORMAL",
        "64,2,WHOLE",
        "65,6,TORUS",
        "130,4,WHOLE",
        "200,20,NORMAL",
        "260,8,CIRCLE",
        "300,12,TORUS",
        "400,3,NORMAL"
    })
    void edgesAndLunesOfCloudsAreThoseByDefinition(int points, int dimension, Kind kind) throws InterruptedException {
        int size = Math.min(points, most());
        FiniteMetricSpace space = Metric.euclidean().on(kind.cloud(size, dimension));
        OrderedEdges edges = kernel().edges(Clouds.measured(space), ALL);
        DistanceMatrix matrix = DistanceMatrix.of(space);
        for (int k = 0; k < matrix.pairs(); k++) {
            assertThat(edges.lower()[k]).as("pair %s", k).isEqualTo(matrix.entry(k));
        }
        requireByDefinition(size, edges, ALL);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 65, 190})
    void edgesAndLunesOfAnyDistancesAreThoseByDefinition(int points) throws InterruptedException {
        int size = Math.min(points, most());
        SplittableRandom random = new SplittableRandom(size);
        for (int values : new int[] {1, 2, 5, 1000}) {
            for (double missing : new double[] {0, 0.3, 0.97, 1}) {
                float[] lower = new float[size * (size - 1) / 2];
                for (int k = 0; k < lower.length; k++) {
                    lower[k] = random.nextDouble() < missing ? Float.POSITIVE_INFINITY : random.nextInt(values);
                }
                requireByDefinition(size, kernel().edges(size, lower, ALL), ALL);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.7, 1.000000001, 3, 1e300})
    void thresholdsCutEdges(double threshold) throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(Kind.TORUS.cloud(150, 5));
        for (double least : new double[] {0, 2.5}) {
            Extent extent = new Extent(threshold, least, true);
            requireByDefinition(150, kernel().edges(Clouds.measured(space), extent), extent);
        }
    }

    @Test
    void lunesOfManyPiecesFindRoom() throws InterruptedException {
        int size = 100; // 30 hubs near 70 points that are apart; then even hubs are joined to odd ones
        float[] lower = new float[size * (size - 1) / 2];
        Arrays.fill(lower, 9);
        for (int i = 1; i < size; i++) {
            for (int hub = 0; hub < Math.min(i, 30); hub++) {
                if (i >= 30 || (i - hub) % 2 != 0) {
                    lower[LunesByDefinition.index(i, hub)] = i < 30 ? 5 : 1;
                }
            }
        }
        Extent extent = new Extent(5, 0, true);
        OrderedEdges edges = kernel(new Limits(NO_LIMIT, ALL_EDGES, 100)).edges(size, lower, extent);
        assertThat(edges.critical().length).isGreaterThan(15_000);
        requireByDefinition(size, edges, extent);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000,1000000,NORMAL", // all at once
        "6400,1000000,NORMAL", // two bands of rows
        "6400,700,TORUS", // bands and ranges of lengths
        "1000000,300,TORUS",
        "6400,37,WHOLE", // ranges of equal lengths, which are told apart by place
        "1000000,1,CIRCLE"
    })
    void whatDoesNotFitIsDoneInParts(long pairs, int edges, Kind kind) throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(kind.cloud(100, 3));
        for (int found : new int[] {1, LuneSearch.ROOM}) {
            FiltrationKernel kernel = kernel(new Limits(pairs, edges, found));
            requireByDefinition(100, kernel.edges(Clouds.measured(space), ALL), ALL);
        }
    }

    @ParameterizedTest
    @CsvSource({"99,1000000", "150,60", "400,7", "2000,2000"})
    void distancesThatDoNotFitComeInBands(long pairs, int edges) throws InterruptedException {
        int size = 100;
        SplittableRandom random = new SplittableRandom(pairs);
        FiltrationKernel kernel = kernel(new Limits(pairs, edges, LuneSearch.ROOM));
        for (int values : new int[] {1, 3, 1000}) {
            float[] lower = new float[size * (size - 1) / 2];
            for (int k = 0; k < lower.length; k++) {
                lower[k] = random.nextDouble() < 0.2 ? Float.POSITIVE_INFINITY : random.nextInt(values);
            }
            for (double threshold : new double[] {0, 2, 1e9}) {
                Extent extent = new Extent(threshold, 0, true);
                requireByDefinition(size, kernel.edges(size, lower, extent), extent);
            }
        }
    }

    private static void requireByDefinition(int size, OrderedEdges edges, Extent extent) {
        LunesByDefinition expected = new LunesByDefinition(size, edges.lower());
        assertThat(edges.last()).isEqualTo(Math.max(expected.last(), extent.least()));
        int[] ends = expected.ends(Math.min(extent.threshold(), edges.last()));
        assertThat(Arrays.equals(edges.ends(), ends))
                .as("edges of %s points", size)
                .isTrue();
        assertThat(Arrays.equals(edges.critical(), expected.critical(ends)))
                .as("lunes of %s points", size)
                .isTrue();
    }

    @Test
    void lunesAreSearchedOnlyWhereAskedFor() throws InterruptedException {
        FiniteMetricSpace space = Metric.cosine().on(Kind.NORMAL.cloud(100, 5));
        OrderedEdges edges = kernel().edges(Clouds.measured(space), new Extent(1, 0, false));
        assertThat(edges.critical()).isEmpty();
        assertThat(edges.ends())
                .isEqualTo(kernel().edges(Clouds.measured(space), new Extent(1, 0, true))
                        .ends());
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "2,1", "70,1", "330,1", "40,2", "90,2"})
    void diagramsAreTheProcessors(int points, int dimension) throws InterruptedException {
        int size = Math.min(points, most());
        Kernels kernels = Clouds.only(kernel()).telling(message -> {
            throw new AssertionError(message);
        });
        for (Kind kind : Kind.values()) {
            for (Metric metric : new Metric[] {Metric.euclidean(), Metric.cosine(), Metric.manhattan()}) {
                FiniteMetricSpace space = metric.on(kind.cloud(size, 4));
                VietorisRips rips = VietorisRips.upToDimension(dimension).over(3);
                for (double scale : new double[] {0.8, Double.POSITIVE_INFINITY}) {
                    assertThat(rips.upToScale(scale).on(kernels).diagrams(space))
                            .isEqualTo(rips.upToScale(scale).on(Kernels.none()).diagrams(space));
                }
            }
        }
    }

    @Test
    void representativesAreTheProcessors() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(Kind.CIRCLE.cloud(80, 6));
        VietorisRips rips = VietorisRips.upToDimension(1);
        BarSelection all = BarSelection.all();
        assertThat(rips.on(Clouds.only(kernel())).representatives(space, all).bars())
                .isEqualTo(rips.on(Kernels.none()).representatives(space, all).bars());
    }
}
