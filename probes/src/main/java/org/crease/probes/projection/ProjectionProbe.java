package org.crease.probes.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.cloud.LayerCloud;
import org.crease.probes.cloud.LayerClouds;
import org.crease.probes.projection.ProjectionSettings.Method;
import org.crease.probes.snapshot.Snapshot;

/**
 * Coordinates of each layer's point cloud in two or three dimensions: {@link PrincipalComponents} or {@link
 * ClassicalScaling}.
 *
 * <p>Summary: {@code explained}, the share of the variance that is in the coordinates, and {@code explained_k}, that of the
 * k-th; NaN where all points are one. Arrays: {@code ids} (points) int32, {@code coordinates} (points, dimensions) float64.
 */
final class ProjectionProbe implements Probe {
    private static final double SECONDS_PER_PRODUCT = 5e-11;
    private static final double SECONDS_PER_CUBE = 1.5e-10;

    private static final String ADVICE = "take fewer with subsample, or start Java with a larger -Xmx";

    private final String name;
    private final ProjectionSettings settings;
    private final LayerClouds clouds;

    ProjectionProbe(String name, ProjectionSettings settings, long seed) {
        this.name = name;
        this.settings = settings;
        this.clouds = new LayerClouds(settings.cloud(), seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        return clouds.total(snapshot, layer -> cost(snapshot, layer));
    }

    private Cost cost(Snapshot snapshot, String layer) {
        Cost cloud = clouds.cost(snapshot, layer);
        double points = clouds.points(snapshot);
        double dimension = clouds.dimension(snapshot, layer);
        if (settings.method() == Method.MDS) {
            double cube = points * points * points;
            return new Cost(
                    cloud.seconds() + SECONDS_PER_CUBE * cube,
                    cloud.bytes() + (long) (3 * Double.BYTES * points * points));
        }
        double smaller = Math.min(points, dimension);
        double seconds =
                SECONDS_PER_PRODUCT * points * dimension * smaller + SECONDS_PER_CUBE * smaller * smaller * smaller;
        double numbers = 3 * points * dimension + 2 * smaller * smaller;
        return new Cost(cloud.seconds() + seconds, cloud.bytes() + (long) (Double.BYTES * numbers));
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        List<String> layers = clouds.layers(snapshot);
        for (String layer : layers) {
            clouds.requireMemory(snapshot, name, layer, cost(snapshot, layer), ADVICE);
        }
        List<Finding> findings = new ArrayList<>();
        for (String layer : layers) {
            LayerCloud cloud = clouds.of(snapshot, layer);
            Embedding embedding = settings.method() == Method.PCA
                    ? PrincipalComponents.of(cloud.points(), settings.dimensions())
                    : ClassicalScaling.of(cloud.space(), settings.dimensions());
            findings.add(finding(snapshot.step(), cloud, embedding));
        }
        return findings;
    }

    private Finding finding(long step, LayerCloud cloud, Embedding embedding) {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("explained", Math.min(1, Arrays.stream(embedding.shares()).sum()));
        for (int k = 0; k < settings.dimensions(); k++) {
            summary.put("explained_" + (k + 1), embedding.shares()[k]);
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("ids", new Array(cloud.ids(), cloud.ids().length));
        arrays.put("coordinates", new Array(embedding.rows(), cloud.ids().length, settings.dimensions()));
        List<String> notes = new ArrayList<>(cloud.notes());
        if (embedding.spanned() == 0) {
            notes.add(
                    settings.method() == Method.MDS && isInPieces(cloud)
                            ? "the cloud is in pieces at infinite distance, which no coordinates have; all are 0"
                            : "all points are one; their coordinates are 0");
        } else if (embedding.spanned() < settings.dimensions()) {
            notes.add("the cloud spans no more than " + embedding.spanned() + " of the coordinates; the others are 0");
        }
        return new Finding(step, cloud.layer(), name, summary, arrays, notes);
    }

    private static boolean isInPieces(LayerCloud cloud) {
        for (int i = 1; i < cloud.space().size(); i++) {
            if (Float.isInfinite(cloud.space().distance(i, 0))) {
                return true;
            }
        }
        return false;
    }
}
