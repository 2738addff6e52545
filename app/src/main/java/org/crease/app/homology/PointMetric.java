package org.crease.app.homology;

import org.crease.app.command.UserError;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How points are measured, by the word that a user has for it.
 *
 * @param word null where there was none
 */
record PointMetric(@Nullable String word, Metric metric) {
    static final String NAMES = "euclidean, squared-euclidean, manhattan, chebyshev, cosine";

    static PointMetric named(@Nullable String word) {
        Metric metric = switch (word == null ? "euclidean" : word) {
            case "euclidean" -> Metric.euclidean();
            case "squared-euclidean" -> Metric.squaredEuclidean();
            case "manhattan" -> Metric.manhattan();
            case "chebyshev" -> Metric.chebyshev();
            case "cosine" -> Metric.cosine();
            default -> throw new UserError("--metric is '" + word + "'; expected one of " + NAMES);
        };
        return new PointMetric(word, metric);
    }

    /** Refuses a metric for what is no points. */
    void requirePoints(Input input, InputFile source) {
        if (word != null && !(input instanceof Input.Points)) {
            throw new UserError("--metric " + word + " is for points; " + source.name() + " holds distances");
        }
    }

    /** The points with this metric, or the distances that were read. */
    FiniteMetricSpace on(Input input) {
        return input instanceof Input.Points points ? metric.on(points.cloud()) : ((Input.Distances) input).space();
    }

    /** Whether the triangle inequality holds for it. */
    boolean isMetric() {
        return word == null || !(word.equals("squared-euclidean") || word.equals("cosine"));
    }
}
