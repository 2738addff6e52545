package org.crease.probes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/**
 * Against a search on a fine grid. The first layer of each network has units that tell the sides of a box, so that regions end
 * there; the grid covers the box, and by its spacing "clearly inside" and "clearly outside" are known.
 */
class RegionImageTest {
    private static final double BOX = 2;
    private static final int STEPS = 160;

    private int yes;
    private int no;

    /** A random layer with units for the box beside it, and a random layer that does not see those. */
    private static TinyNetwork boxed(int features, int hidden, int outputs, Activation last, Random random) {
        double[][] rows = new double[hidden + 2 * features][];
        double[] bias = new double[rows.length];
        for (int i = 0; i < hidden; i++) {
            rows[i] = TinyNetwork.gaussians(features, random);
            bias[i] = (float) random.nextGaussian();
        }
        for (int k = 0; k < 2 * features; k++) {
            rows[hidden + k] = new double[features];
            rows[hidden + k][k / 2] = k % 2 == 0 ? 1 : -1;
            bias[hidden + k] = BOX;
        }
        double[][] second = new double[outputs][];
        for (int i = 0; i < outputs; i++) {
            second[i] = Arrays.copyOf(TinyNetwork.gaussians(hidden, random), rows.length);
        }
        return new TinyNetwork(features)
                .dense(Activation.RELU, bias, rows)
                .dense(last, TinyNetwork.gaussians(outputs, random), second);
    }

    private static double[][] points(int count, int features, Random random) {
        double[][] points = new double[count][features];
        for (double[] point : points) {
            Arrays.setAll(point, k -> (float) (BOX * (2 * random.nextDouble() - 1)));
        }
        return points;
    }

    private record Setup(LayerRegions layer, double[][] points, Effort effort, List<RegionImage> images) {}

    private static Setup setup(Snapshot snapshot, LinearProgramSolver solver) throws InterruptedException {
        PiecewiseNetwork network = new PiecewiseNetwork(snapshot);
        double[][] points = OverlapDecomposition.points(snapshot.probeSet().inputs(), "probe inputs");
        LayerRegions at = InputRegions.ofInput(points, network.features());
        for (PiecewiseLayer layer : network.layers()) {
            at = InputRegions.of(layer, Objects.requireNonNull(layer.map()), List.of(at));
        }
        LayerRegions last = at;
        Effort effort = new Effort();
        List<RegionImage> images = new ArrayList<>();
        for (AffineRegion region : last.regions()) {
            images.add(new RegionImage(region, points, BOX, LayerRegions.largest(last.values()), solver, effort));
        }
        return new Setup(last, points, effort, images);
    }

    /** Three inputs and one output: a kernel of dimension two, so linear programs. The plane of solutions is searched. */
    @Test
    void linearProgramsAgreeWithAGridOnThePlaneOfSolutions() throws InterruptedException {
        for (int seed = 0; seed < 6; seed++) {
            Random random = new Random(seed);
            TinyNetwork network = boxed(3, 5, 1, Activation.IDENTITY, random);
            Setup setup = setup(network.snapshot(points(24, 3, random)), new LinearProgramSolver());
            compare(setup, 1);
            assertThat(setup.effort().programs()).isPositive();
            assertThat(setup.effort().undecidedCount()).isZero();
        }
        assertThat(yes).isGreaterThan(200);
        assertThat(no).isGreaterThan(200);
    }

    /** Two inputs and one output: a kernel of dimension one, where an interval decides. */
    @Test
    void intervalsAgreeWithAGridOnTheLineOfSolutions() throws InterruptedException {
        for (int seed = 10; seed < 20; seed++) {
            Random random = new Random(seed);
            TinyNetwork network = boxed(2, 5, 1, Activation.IDENTITY, random);
            Setup setup = setup(network.snapshot(points(24, 2, random)), new LinearProgramSolver());
            compare(setup, 1);
            assertThat(setup.effort().programs()).isZero();
        }
        assertThat(yes).isGreaterThan(200);
        assertThat(no).isGreaterThan(200);
    }

    /** Two inputs and two outputs of a fold: each value has one candidate, and the network itself says whether it holds. */
    @Test
    void uniqueSolutionsAgreeWithTheNetworkThere() throws InterruptedException {
        for (int seed = 20; seed < 40; seed++) {
            Random random = new Random(seed);
            TinyNetwork network = boxed(2, 4, 2, Activation.RELU, random);
            Setup setup = setup(network.snapshot(points(30, 2, random)), new LinearProgramSolver());
            compareUnique(network, setup);
            assertThat(setup.effort().programs()).isZero();
        }
        assertThat(yes).isGreaterThan(50);
        assertThat(no).isGreaterThan(500);
    }

    /** The region's own values are in its image, whatever the activation. */
    @Test
    void everyValueIsInTheImageOfItsOwnRegion() throws InterruptedException {
        for (int seed = 40; seed < 50; seed++) {
            Random random = new Random(seed);
            Activation last = seed % 2 == 0 ? new Activation(Activation.Kind.LEAKY_RELU, 0.25) : Activation.RELU;
            Setup setup =
                    setup(boxed(4, 8, 3, last, random).snapshot(points(40, 4, random)), new LinearProgramSolver());
            for (int i = 0; i < setup.points().length; i++) {
                int region = setup.layer().regionOf()[i];
                assertThat(setup.images().get(region).contains(setup.layer().values()[i]))
                        .isEqualTo(Answer.YES);
                assertThat(setup.layer().regions().get(region).polyhedron().depth(setup.points()[i]))
                        .isGreaterThan(-1e-12);
            }
        }
    }

    @Test
    void aSolverThatGivesUpLeavesQuestionsUndecided() throws InterruptedException {
        Random random = new Random(2);
        TinyNetwork network = boxed(3, 5, 1, Activation.IDENTITY, random);
        Setup setup = setup(network.snapshot(points(24, 3, random)), new LinearProgramSolver(1));
        List<Answer> answers = new ArrayList<>();
        for (double[] y : setup.layer().values()) {
            for (RegionImage image : setup.images()) {
                answers.add(image.contains(y));
            }
        }
        assertThat(answers).contains(Answer.UNDECIDED);
        assertThat(setup.effort().undecidedCount())
                .isEqualTo(answers.stream()
                        .filter(answer -> answer == Answer.UNDECIDED)
                        .count());
    }

    private void compare(Setup setup, int expectedRank) throws InterruptedException {
        for (int r = 0; r < setup.images().size(); r++) {
            AffineRegion region = setup.layer().regions().get(r);
            if (setup.images().get(r).singular().above(1e-6) != expectedRank) {
                continue;
            }
            for (double[] y : setup.layer().values()) {
                double[] deepest = deepest(region, y[0]);
                Answer answer = setup.images().get(r).contains(y);
                if (deepest[0] > 0) {
                    assertThat(answer).isEqualTo(Answer.YES);
                    yes++;
                } else if (deepest[0] < -deepest[1]) {
                    assertThat(answer).isEqualTo(Answer.NO);
                    no++;
                }
            }
        }
    }

    /** The largest depth of grid points on {z : A z + b = y}, and how much larger it can be between them. */
    private static double[] deepest(AffineRegion region, double y) {
        double[] a = region.map().matrix();
        int solved = IntStream.range(0, a.length).reduce(0, (best, j) -> Math.abs(a[j]) > Math.abs(a[best]) ? j : best);
        double spacing = 2 * BOX / STEPS;
        int free = a.length - 1;
        double deepest = Double.NEGATIVE_INFINITY;
        for (int cell = 0; cell < Math.pow(STEPS + 1, free); cell++) {
            double[] z = new double[a.length];
            double rest = y - region.map().offset()[0];
            int code = cell;
            for (int j = 0; j < a.length; j++) {
                if (j != solved) {
                    z[j] = -BOX + spacing * (code % (STEPS + 1));
                    code /= STEPS + 1;
                    rest -= a[j] * z[j];
                }
            }
            z[solved] = rest / a[solved];
            deepest = Math.max(deepest, region.polyhedron().depth(z));
        }
        // A step of half the spacing in each free coordinate moves the solved one no further than each of them.
        return new double[] {deepest, spacing * (free + 1)};
    }

    private void compareUnique(TinyNetwork network, Setup setup) throws InterruptedException {
        for (int r = 0; r < setup.images().size(); r++) {
            AffineRegion region = setup.layer().regions().get(r);
            double[] a = region.map().matrix();
            double determinant = a[0] * a[3] - a[1] * a[2];
            if (Math.abs(determinant) < 1e-3) {
                continue;
            }
            for (double[] y : setup.layer().values()) {
                double u = y[0] - region.map().offset()[0];
                double v = y[1] - region.map().offset()[1];
                double[] z = {(a[3] * u - a[1] * v) / determinant, (a[0] * v - a[2] * u) / determinant};
                double depth = region.polyhedron().depth(z);
                Answer answer = setup.images().get(r).contains(y);
                if (depth > 1e-6) {
                    assertThat(network.value("layer2", z)).containsExactly(y, within(1e-9));
                    assertThat(answer).isEqualTo(Answer.YES);
                    yes++;
                } else if (depth < -1e-6) {
                    assertThat(codeword(network, z))
                            .isNotEqualTo(codeword(network, setup.points()[region.members()[0]]));
                    assertThat(answer).isEqualTo(Answer.NO);
                    no++;
                }
            }
        }
    }

    /** Which units of both layers are active at a point. */
    private static BitSet codeword(TinyNetwork network, double[] z) {
        double[] first = network.value("layer1", z);
        double[] second = network.value("layer2", z);
        BitSet codeword = new BitSet();
        IntStream.range(0, first.length).forEach(i -> codeword.set(i, first[i] > 0));
        IntStream.range(0, second.length).forEach(i -> codeword.set(first.length + i, second[i] > 0));
        return codeword;
    }
}
