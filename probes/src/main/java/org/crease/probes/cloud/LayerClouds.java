package org.crease.probes.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.GeodesicDistance;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.Cost;
import org.crease.probes.LayerSelection;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.CloudSettings.Distance;
import org.crease.probes.cloud.CloudSettings.Subsample;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes point clouds of the layers of a snapshot, in this order: inputs drawn, values taken, coordinates scaled, distances
 * measured, landmarks chosen. Equal settings, seed and snapshot give equal clouds, bit for bit. Immutable.
 */
public final class LayerClouds {
    private static final double SECONDS_PER_TERM = 1e-9; // of one coordinate's share in one distance

    private final CloudSettings settings;
    private final LayerSelection selection;
    private final long seed;

    /** Clouds by these settings; the seed decides which inputs are drawn. */
    public LayerClouds(CloudSettings settings, long seed) {
        this.settings = settings;
        this.selection = new LayerSelection(settings.layers());
        this.seed = seed;
    }

    /**
     * The layers that are looked at, in the snapshot's order, after the network's input where that is.
     *
     * @throws ProbeException when a pattern matches no layer
     */
    public List<String> layers(Snapshot snapshot) {
        List<String> names = new ArrayList<>();
        if (settings.input()) {
            names.add(LayerSnapshot.NETWORK_INPUT);
        }
        names.addAll(selection.of(snapshot));
        return names;
    }

    /**
     * How many points each cloud has.
     *
     * @throws ProbeException when the probe set has too few inputs
     */
    public int points(Snapshot snapshot) {
        return Sampling.count(snapshot.probeSet(), settings.subsample(), seed);
    }

    /** How many coordinates each point of a layer's cloud has. */
    public int dimension(Snapshot snapshot, String layer) {
        return Features.dimension(LayerValues.activations(snapshot, layer), settings.images());
    }

    /** The cost of all layers, one after another. */
    public Cost total(Snapshot snapshot, Function<String, Cost> ofLayer) {
        Cost total = new Cost(0, 0);
        for (String layer : layers(snapshot)) {
            total = total.then(ofLayer.apply(layer));
        }
        return total;
    }

    /**
     * Refuses a layer that needs more memory than Java may use.
     *
     * @param probe its name, for the message
     * @param advice what to change
     * @throws ProbeException when it does
     */
    public void requireMemory(Snapshot snapshot, String probe, String layer, Cost cost, String advice) {
        long available = Runtime.getRuntime().maxMemory();
        if (cost.bytes() > available) {
            throw new ProbeException("probe " + probe + ", layer " + layer + ": " + points(snapshot)
                    + " points need about " + cost.bytes() / 1_000_000 + " MB, Java may use " + available / 1_000_000
                    + " MB; " + advice);
        }
    }

    /** What making the cloud of a layer and measuring its distances once is expected to take. */
    public Cost cost(Snapshot snapshot, String layer) {
        INDArray values = LayerValues.activations(snapshot, layer);
        double measured = settings.subsample() instanceof Subsample.Landmarks
                ? snapshot.probeSet().size()
                : points(snapshot);
        double dimension = dimension(snapshot, layer);
        double pairs = measured * measured / 2;
        double passes = settings.scaling() == CloudSettings.Scaling.UNIT_DIAMETER ? 2 : 1;
        double bytes = 3 * Float.BYTES * measured * dimension;
        double seconds = SECONDS_PER_TERM * pairs * dimension * passes;
        if (settings.metric() instanceof Distance.Geodesic geodesic) {
            bytes += 2 * Float.BYTES * pairs;
            seconds += 1e-7 * measured * measured * geodesic.neighbours();
        }
        if (settings.at() == CloudSettings.At.PRE_ACTIVATION) {
            bytes += 4.0 * Float.BYTES * values.length();
        }
        return new Cost(seconds, (long) bytes);
    }

    /**
     * The cloud of a layer.
     *
     * @throws ProbeException when there are too few inputs, or a value is NaN or infinite
     * @throws InterruptedException when the thread is interrupted
     */
    public LayerCloud of(Snapshot snapshot, String layer) throws InterruptedException {
        int[] rows = Sampling.rows(snapshot.probeSet(), settings.subsample(), seed);
        INDArray values = LayerValues.of(snapshot, layer, settings.at());
        try {
            int dimension = Features.dimension(values, settings.images());
            float[] features = Features.of(values, settings.images(), rows);
            PointCloud scaled = Scaler.scaled(PointCloud.of(features, rows.length, dimension), settings.scaling());
            return landmarked(snapshot, layer, rows, scaled);
        } catch (IllegalArgumentException e) {
            throw new ProbeException("layer " + layer + " at step " + snapshot.step() + ": " + e.getMessage(), e);
        }
    }

    private LayerCloud landmarked(Snapshot snapshot, String layer, int[] rows, PointCloud cloud)
            throws InterruptedException {
        List<String> notes = notes(cloud);
        FiniteMetricSpace space = measured(cloud, notes);
        int[] chosen = new int[0];
        if (settings.subsample() instanceof Subsample.Landmarks choice) {
            int first = new SplittableRandom(seed).nextInt(Math.max(1, cloud.size()));
            Landmarks landmarks = Landmarks.maxMin(space, choice.size(), first);
            notes.add(choice.size() + " landmarks of " + cloud.size() + " points, covering radius "
                    + landmarks.coveringRadius());
            chosen = landmarks.indices();
            space = space.subspace(chosen);
            cloud = cloud.select(chosen);
        }
        int[] ids = new int[cloud.size()];
        for (int k = 0; k < ids.length; k++) {
            ids[k] = snapshot.probeSet().ids()[rows[chosen.length > 0 ? chosen[k] : k]];
        }
        return new LayerCloud(layer, cloud, space, ids, notes);
    }

    private FiniteMetricSpace measured(PointCloud cloud, List<String> notes) throws InterruptedException {
        if (settings.metric() instanceof Distance.Geodesic geodesic) {
            return GeodesicDistance.on(
                    Metric.euclidean().on(cloud),
                    geodesic.neighbours(),
                    Kernels.found().telling(notes::add));
        }
        Metric metric = settings.metric() instanceof Distance.Cosine ? Metric.cosine() : Metric.euclidean();
        return metric.on(cloud);
    }

    private List<String> notes(PointCloud cloud) {
        List<String> notes = new ArrayList<>();
        int zeros = settings.metric() instanceof Distance.Cosine ? zeroVectors(cloud) : 0;
        if (zeros > 0) {
            notes.add(zeros + " of " + cloud.size()
                    + " points are zero vectors, at cosine distance 1 from all others by convention");
        }
        return notes;
    }

    private static int zeroVectors(PointCloud cloud) {
        int zeros = 0;
        for (int i = 0; i < cloud.size(); i++) {
            boolean zero = true;
            for (int axis = 0; axis < cloud.dimension() && zero; axis++) {
                zero = cloud.coordinate(i, axis) == 0;
            }
            zeros += zero ? 1 : 0;
        }
        return zeros;
    }
}
