package org.crease.inspector.distances;

import java.util.Locale;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.distance.SlicedWassersteinDistance;
import org.crease.homology.distance.WassersteinDistance;
import org.crease.inspector.web.RefusedException;

/** Distances between diagrams that can be asked for by name. */
public enum DistanceKind {
    /** Averaged over 50 directions; the quickest. */
    SLICED_WASSERSTEIN,
    /** The largest move of the best matching. */
    BOTTLENECK,
    /** The sum of all moves of the best matching; exact up to 1000 bars, above that to one percent. */
    WASSERSTEIN;

    private static final int EXACT_UP_TO = 1000;
    private static final double ERROR = 0.01;

    /**
     * The kind of a name, such as {@code sliced-wasserstein}.
     *
     * @throws RefusedException when there is none
     */
    public static DistanceKind of(String name) {
        for (DistanceKind kind : values()) {
            if (kind.word().equals(name)) {
                return kind;
            }
        }
        throw RefusedException.bad(
                "parameter 'kind' is none of sliced-wasserstein, bottleneck and wasserstein, which are expected");
    }

    /** Its name. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double between(PersistenceDiagram a, PersistenceDiagram b) {
        return switch (this) {
            case SLICED_WASSERSTEIN -> new SlicedWassersteinDistance().between(a, b);
            case BOTTLENECK -> new BottleneckDistance().between(a, b);
            case WASSERSTEIN -> wasserstein(a, b);
        };
    }

    private static double wasserstein(PersistenceDiagram a, PersistenceDiagram b) {
        WassersteinDistance distance = WassersteinDistance.ofOrder(1);
        return Math.max(a.size(), b.size()) <= EXACT_UP_TO
                ? distance.between(a, b)
                : distance.bounds(a, b, ERROR).upper();
    }
}
