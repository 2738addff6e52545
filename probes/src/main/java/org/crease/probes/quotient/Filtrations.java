package org.crease.probes.quotient;

import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.PointClasses;
import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Cost;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.cloud.CloudSettings.Distance;
import org.crease.probes.cloud.CloudSettings.Subsample;

/**
 * Vietoris-Rips diagrams of spaces and of their quotients. Landmarks, where there are more points, are chosen in each space
 * of its own, after points have been made one; the first point is the first of them.
 */
final class Filtrations {
    private static final int BYTES_A_PAIR = 3 * Float.BYTES; // of the input, of the quotient, and ways through classes

    private final QuotientSettings settings;
    private final VietorisRips engine;

    Filtrations(QuotientSettings settings) {
        this(settings, VietorisRips.upToDimension(settings.dimension()).withThreads(1)); // the others are for training
    }

    private Filtrations(QuotientSettings settings, VietorisRips engine) {
        this.settings = settings;
        this.engine = engine;
    }

    /** The same with these devices. */
    Filtrations on(Kernels kernels) {
        return new Filtrations(settings, engine.on(kernels));
    }

    /** How layers become clouds of all their points, before landmarks are chosen. */
    CloudSettings wholeClouds() {
        CloudSettings cloud = settings.cloud();
        boolean landmarks = cloud.subsample() instanceof Subsample.Landmarks;
        return new CloudSettings(
                cloud.layers(),
                false,
                cloud.at(),
                cloud.images(),
                landmarks ? new Subsample.None() : cloud.subsample(),
                cloud.scaling(),
                cloud.metric());
    }

    /** What a space of so many points, and a quotient of it, is expected to take. */
    Cost cost(int points) {
        int kept = Math.min(points, landmarks());
        double pairs = 0.5 * points * points;
        return new Cost(
                engine.seconds(kept) + 1e-9 * BYTES_A_PAIR * pairs, engine.bytes(kept) + (long) (BYTES_A_PAIR * pairs));
    }

    private int landmarks() {
        return settings.cloud().subsample() instanceof Subsample.Landmarks landmarks
                ? landmarks.size()
                : Integer.MAX_VALUE;
    }

    /** The diagrams of a space, normalised where that is asked for. */
    Diagrams of(FiniteMetricSpace space) throws InterruptedException {
        FiniteMetricSpace kept = space.size() > landmarks()
                ? space.subspace(Landmarks.maxMin(space, landmarks(), 0).indices())
                : space;
        Diagrams diagrams = engine.diagrams(kept);
        return settings.normalize() ? diagrams.normalised() : diagrams;
    }

    /** The diagrams of a quotient of a space whose own diagrams are known. */
    Diagrams ofQuotient(DistanceMatrix space, PointClasses classes, Diagrams ofSpace) throws InterruptedException {
        if (classes.count() == 0) {
            return ofSpace;
        }
        QuotientMetric metric = QuotientMetric.by(settings.distance());
        boolean triangle = !(settings.cloud().metric() instanceof Distance.Cosine);
        return of((triangle ? metric : metric.ofAnySpace()).of(space, classes).distances());
    }
}
