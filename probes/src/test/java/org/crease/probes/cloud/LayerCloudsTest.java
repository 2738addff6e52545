package org.crease.probes.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.CloudSettings.At;
import org.crease.probes.cloud.CloudSettings.Distance;
import org.crease.probes.cloud.CloudSettings.Images;
import org.crease.probes.cloud.CloudSettings.Scaling;
import org.crease.probes.cloud.CloudSettings.Subsample;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class LayerCloudsTest {
    private static final long SEED = 5;

    private static CloudSettings settings(
            String layer, At at, Images images, Subsample subsample, Scaling scaling, Distance distance) {
        return new CloudSettings(List.of(layer), false, at, images, subsample, scaling, distance);
    }

    private static CloudSettings with(Subsample subsample) {
        return settings("*", At.POST_ACTIVATION, Images.FLATTEN, subsample, Scaling.NONE, new Distance.Euclidean());
    }

    private static CloudSettings with(Scaling scaling) {
        return settings(
                "*", At.POST_ACTIVATION, Images.FLATTEN, new Subsample.None(), scaling, new Distance.Euclidean());
    }

    private static CloudSettings with(Distance distance) {
        return settings("*", At.POST_ACTIVATION, Images.FLATTEN, new Subsample.None(), Scaling.NONE, distance);
    }

    private static CloudSettings with(Images images) {
        return settings("*", At.POST_ACTIVATION, images, new Subsample.None(), Scaling.NONE, new Distance.Euclidean());
    }

    private static LayerCloud cloud(CloudSettings settings, Snapshot snapshot) throws InterruptedException {
        LayerClouds clouds = new LayerClouds(settings, SEED);
        return clouds.of(snapshot, clouds.layers(snapshot).get(0));
    }

    private static Snapshot named(String... names) {
        INDArray[] values = new INDArray[names.length];
        for (int k = 0; k < names.length; k++) {
            values[k] = Nd4j.create(new float[][] {{k, 0}, {k, 1}});
        }
        return Snapshots.of(new int[2], names, values);
    }

    private static List<String> layers(Snapshot snapshot, boolean input, String... patterns) {
        CloudSettings d = CloudSettings.defaults();
        CloudSettings settings =
                new CloudSettings(List.of(patterns), input, d.at(), d.images(), d.subsample(), d.scaling(), d.metric());
        return new LayerClouds(settings, SEED).layers(snapshot);
    }

    @Test
    void layersAreChosenByNameAndWildcardInNetworkOrder() {
        Snapshot snapshot = named("conv-1", "conv-2", "dense.1", "output");
        assertThat(layers(snapshot, false, "*")).containsExactly("conv-1", "conv-2", "dense.1", "output");
        assertThat(layers(snapshot, false, "output", "conv-?")).containsExactly("conv-1", "conv-2", "output");
        assertThat(layers(snapshot, true, "dense.*")).containsExactly("input", "dense.1");
    }

    @Test
    void c5_patternThatMatchesNoLayerIsRefused() {
        assertThatThrownBy(() -> layers(named("conv-1", "output"), false, "*", "dense?1"))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layers: 'dense?1' matches no layer; there are conv-1, output");
    }

    @Test
    void c5_emptyListOfLayersIsRefused() {
        assertThatThrownBy(() -> layers(named("conv-1"), false)).hasMessageContaining("layers is an empty list");
    }

    @Test
    void inputIsALayerOfItsOwn() throws InterruptedException {
        Snapshot snapshot = named("hidden", "output");
        LayerCloud cloud = new LayerClouds(CloudSettings.defaults(), SEED).of(snapshot, "input");
        assertThat(cloud.points().toArray()).containsExactly(0, 0, 0, 1);
        assertThat(cloud.ids()).containsExactly(1000, 1001);
    }

    @Test
    void preActivationIsTheMapsValue() throws InterruptedException {
        INDArray inputs = Nd4j.create(new float[][] {{1, -1}, {2, 3}});
        INDArray weights = Nd4j.create(new float[][] {{1, 0}, {0, 2}});
        INDArray relu = Nd4j.create(new float[][] {{1, 0}, {2, 6}});
        Snapshot snapshot = new Snapshot(
                0,
                new ProbeSet(new int[] {4, 9}, inputs, new int[2]),
                List.of(new LayerSnapshot(
                        "dense", List.of("input"), new LayerMap.Dense(weights, null), Activation.RELU, relu)));
        CloudSettings pre = settings(
                "*", At.PRE_ACTIVATION, Images.FLATTEN, new Subsample.None(), Scaling.NONE, new Distance.Euclidean());
        assertThat(cloud(pre, snapshot).points().toArray()).containsExactly(1, -2, 2, 6);
        assertThat(cloud(CloudSettings.defaults(), snapshot).points().toArray()).containsExactly(1, 0, 2, 6);
    }

    @Test
    void preActivationOfManyInputsKeepsTheirOrder() throws InterruptedException {
        INDArray inputs = Nd4j.create(Snapshots.circle(150, 1));
        INDArray weights = Nd4j.create(new float[][] {{2, 0}, {0, 2}});
        Snapshot snapshot = new Snapshot(
                0,
                new ProbeSet(new int[150], inputs, new int[150]),
                List.of(new LayerSnapshot(
                        "dense", List.of("input"), new LayerMap.Dense(weights, null), Activation.RELU, inputs)));
        CloudSettings pre = settings(
                "*", At.PRE_ACTIVATION, Images.FLATTEN, new Subsample.None(), Scaling.NONE, new Distance.Euclidean());
        assertThat(cloud(pre, snapshot).points().toArray())
                .isEqualTo(inputs.mul(2).dup('c').data().asFloat());
    }

    @Test
    void opaqueLayersAreLookedAtAfterTheirActivationOnly() throws InterruptedException {
        INDArray inputs = Nd4j.create(Snapshots.circle(5, 1));
        INDArray values = inputs.mul(3);
        Snapshot snapshot = new Snapshot(
                0,
                new ProbeSet(new int[5], inputs, new int[5]),
                List.of(new LayerSnapshot(
                        "memory", List.of("input"), new LayerMap.Opaque("LSTM"), Activation.IDENTITY, values)));
        CloudSettings pre = settings(
                "*", At.PRE_ACTIVATION, Images.FLATTEN, new Subsample.None(), Scaling.NONE, new Distance.Euclidean());
        assertThat(cloud(CloudSettings.defaults(), snapshot).points().toArray())
                .isEqualTo(values.data().asFloat());
        assertThatThrownBy(() -> cloud(pre, snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layer memory is of kind LSTM, whose pre-activations are not known;"
                        + " take at: post-activation, or leave it out of layers");
    }

    @Test
    void imagesAreFlattenedAveragedOrReducedToTheirStrongestPosition() throws InterruptedException {
        // Two channels of 1 x 3; position vectors (1, 0), (2, 2), (0, -4).
        INDArray image = Nd4j.create(new float[] {1, 2, 0, 0, 2, -4}, new long[] {1, 2, 1, 3}, 'c');
        Snapshot snapshot = Snapshots.of(new int[1], new String[] {"conv"}, image);
        assertThat(cloud(with(Images.FLATTEN), snapshot).points().toArray()).containsExactly(1, 2, 0, 0, 2, -4);
        assertThat(cloud(with(Images.CHANNEL_MEANS), snapshot).points().toArray())
                .containsExactly(1, -2 / 3f);
        assertThat(cloud(with(Images.STRONGEST_POSITION), snapshot).points().toArray())
                .containsExactly(0, -4);
    }

    @Test
    void firstOfEquallyStrongPositionsIsTaken() throws InterruptedException {
        INDArray image = Nd4j.create(new float[] {0, 3, -3}, new long[] {1, 1, 3, 1}, 'c');
        Snapshot snapshot = Snapshots.of(new int[1], new String[] {"conv"}, image);
        assertThat(cloud(with(Images.STRONGEST_POSITION), snapshot).points().toArray())
                .containsExactly(3);
    }

    @Test
    void viewsAndColumnMajorArraysAreReadInTheirLogicalOrder() throws InterruptedException {
        INDArray whole =
                Nd4j.create(new float[][] {{9, 9, 9}, {1, 2, 3}, {4, 5, 6}}).dup('f');
        INDArray view = whole.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(0, 2));
        Snapshot snapshot = Snapshots.of(new int[2], new String[] {"view"}, view);
        assertThat(cloud(CloudSettings.defaults(), snapshot).points().toArray()).containsExactly(1, 2, 4, 5);
    }

    @Test
    void zScoreHasMeanZeroAndDeviationOne() throws InterruptedException {
        float[] scaled = cloud(with(Scaling.Z_SCORE), Snapshots.of(new float[][] {{1, 0.1f}, {3, 0.1f}, {5, 0.1f}}))
                .points()
                .toArray();
        float one = (float) Math.sqrt(1.5);
        assertThat(scaled).containsExactly(new float[] {-one, 0, 0, 0, one, 0}, within(1e-6f));
    }

    @Test
    void minMaxReachesFromZeroToOne() throws InterruptedException {
        assertThat(cloud(with(Scaling.MIN_MAX), Snapshots.of(new float[][] {{2, 7}, {4, 7}, {3, 7}}))
                        .points()
                        .toArray())
                .containsExactly(0, 0, 1, 0, 0.5f, 0);
    }

    @Test
    void unitDiameterMakesTheLargestDistanceOne() throws InterruptedException {
        LayerCloud cloud = cloud(with(Scaling.UNIT_DIAMETER), Snapshots.of(new float[][] {{0, 0}, {3, 4}, {3, 0}}));
        assertThat(cloud.space().distance(0, 1)).isEqualTo(1);
        assertThat((double) cloud.space().distance(0, 2)).isCloseTo(0.6, within(1e-6));
        assertThat(cloud(with(Scaling.UNIT_DIAMETER), Snapshots.of(new float[][] {{2, 2}, {2, 2}}))
                        .points()
                        .toArray())
                .containsOnly(2);
    }

    @Test
    void randomSubsampleIsTheSameInEveryLayer() throws InterruptedException {
        INDArray values = Nd4j.create(Snapshots.circle(50, 1));
        Snapshot snapshot = Snapshots.of(new int[50], new String[] {"a", "b"}, values, values.mul(2));
        LayerClouds clouds = new LayerClouds(with(new Subsample.Random(20)), SEED);
        assertThat(clouds.of(snapshot, "a").ids())
                .isEqualTo(clouds.of(snapshot, "b").ids())
                .hasSize(20)
                .doesNotHaveDuplicates();
        assertThat(new LayerClouds(with(new Subsample.Random(20)), SEED + 1)
                        .of(snapshot, "a")
                        .ids())
                .isNotEqualTo(clouds.of(snapshot, "a").ids());
        assertThat(clouds.points(snapshot)).isEqualTo(20);
    }

    @Test
    void perClassSubsampleTakesEquallyManyOfEach() throws InterruptedException {
        int[] labels = {0, 1, 0, 1, 2, 2, 0, 1, 2};
        Snapshot snapshot = Snapshots.of(labels, new String[] {"a"}, Nd4j.create(Snapshots.circle(labels.length, 1)));
        int[] ids = cloud(with(new Subsample.PerClass(2)), snapshot).ids();
        int[] perClass = new int[3];
        for (int id : ids) {
            perClass[labels[id - 1000]]++;
        }
        assertThat(perClass).containsOnly(2);
    }

    @Test
    void c6_moreInputsThanThereAreAreRefused() {
        Snapshot snapshot = Snapshots.of(Snapshots.circle(5, 1));
        assertThatThrownBy(() -> cloud(with(new Subsample.Random(6)), snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessage("subsample: 6 inputs asked for, the probe set has 5");
        assertThatThrownBy(() -> cloud(with(new Subsample.PerClass(6)), snapshot))
                .hasMessage("subsample: 6 inputs asked for, class 0 has 5");
        assertThatThrownBy(() -> cloud(with(new Subsample.Landmarks(6)), snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("layer hidden at step 7: 6 landmarks of 5 points");
        assertThatThrownBy(() -> cloud(with(new Distance.Geodesic(5)), snapshot))
                .hasMessageContaining("layer hidden at step 7: graph of 5 nearest neighbours on 5 points");
    }

    @Test
    void d3_perClassWithoutClassesIsRefused() {
        Snapshot snapshot = Snapshots.of(new int[] {-1, -1}, new String[] {"a"}, Nd4j.create(Snapshots.circle(2, 1)));
        assertThatThrownBy(() -> cloud(with(new Subsample.PerClass(1)), snapshot))
                .hasMessageContaining("needs classes");
    }

    @Test
    void landmarksSpreadOutAndSayHowFarTheyReach() throws InterruptedException {
        LayerCloud cloud = cloud(with(new Subsample.Landmarks(4)), Snapshots.of(Snapshots.circle(16, 1)));
        int first = cloud.ids()[0] - 1000;
        assertThat(cloud.ids())
                .containsExactlyInAnyOrder(
                        1000 + first, 1000 + (first + 4) % 16, 1000 + (first + 8) % 16, 1000 + (first + 12) % 16);
        assertThat(cloud.points().size()).isEqualTo(4);
        assertThat((double) cloud.space().distance(0, 1)).isCloseTo(2, within(1e-6));
        assertThat(cloud.notes())
                .singleElement()
                .asString()
                .startsWith("4 landmarks of 16 points, covering radius 0.76");
    }

    @Test
    void geodesicDistanceGoesAlongTheCloud() throws InterruptedException {
        LayerCloud cloud = cloud(with(new Distance.Geodesic(2)), Snapshots.of(Snapshots.circle(24, 1)));
        assertThat((double) cloud.space().distance(0, 12)).isCloseTo(24 * Math.sin(Math.PI / 24), within(1e-5));
    }

    @Test
    void cosineNotesZeroVectors() throws InterruptedException {
        LayerCloud cloud =
                cloud(with(new Distance.Cosine()), Snapshots.of(new float[][] {{0, 0}, {1, 1}, {2, 2}, {0, 0}}));
        assertThat(cloud.space().distance(1, 2)).isZero();
        assertThat(cloud.notes()).singleElement().asString().startsWith("2 of 4 points are zero vectors");
    }

    @Test
    void d3_undefinedActivationIsRefusedWithItsPlace() {
        Snapshot snapshot = Snapshots.of(new float[][] {{0, 1}, {2, Float.NaN}});
        assertThatThrownBy(() -> cloud(CloudSettings.defaults(), snapshot))
                .isInstanceOf(ProbeException.class)
                .hasMessage("layer hidden at step 7: point 1, coordinate 1 is NaN; every coordinate must be finite");
    }

    @Test
    void costCountsWhatIsMeasured() {
        Snapshot snapshot = Snapshots.of(Snapshots.circle(100, 1));
        double all = new LayerClouds(with(Scaling.NONE), SEED)
                .cost(snapshot, "hidden")
                .seconds();
        double some = new LayerClouds(with(new Subsample.Random(10)), SEED)
                .cost(snapshot, "hidden")
                .seconds();
        assertThat(some).isCloseTo(all / 100, within(1e-12));
        assertThat(new LayerClouds(with(new Distance.Geodesic(3)), SEED)
                        .cost(snapshot, "hidden")
                        .bytes())
                .isGreaterThan(new LayerClouds(with(Scaling.NONE), SEED)
                        .cost(snapshot, "hidden")
                        .bytes());
    }
}
