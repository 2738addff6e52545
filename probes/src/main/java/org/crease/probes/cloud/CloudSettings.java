package org.crease.probes.cloud;

import java.util.List;
import org.crease.probes.Setting;

/** How a layer becomes a point cloud. */
public record CloudSettings(
        @Setting(value = "The layers, by name or with the wildcards * and ?", byDefault = "['*']")
        List<String> layers,

        @Setting(
                value = "Whether the network's input is looked at as well, as a layer named input",
                byDefault = "false")
        boolean input,

        @Setting(value = "Whether before or after the activation function", byDefault = "post-activation")
        At at,

        @Setting(value = "What is taken of layers with channels", byDefault = "flatten")
        Images images,

        @Setting(value = "Which inputs of the probe set", byDefault = "none")
        Subsample subsample,

        @Setting(value = "How the coordinates are scaled", byDefault = "none")
        Scaling scaling,

        @Setting(value = "How distances are measured", byDefault = "euclidean")
        Distance metric) {

    public CloudSettings {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is an empty list; name at least one, or leave it out for all");
        }
    }

    /** Every default. */
    public static CloudSettings defaults() {
        return new CloudSettings(
                List.of("*"),
                false,
                At.POST_ACTIVATION,
                Images.FLATTEN,
                new Subsample.None(),
                Scaling.NONE,
                new Distance.Euclidean());
    }

    /** A side of the activation function. */
    public enum At {
        PRE_ACTIVATION,
        POST_ACTIVATION
    }

    /** What is taken of an image with channels. */
    public enum Images {
        /** Every value. */
        FLATTEN,
        /** The mean of each channel over all positions. */
        CHANNEL_MEANS,
        /** The channels at the position where their vector is longest; the first in row-major order among equals. */
        STRONGEST_POSITION
    }

    /** How coordinates are scaled, by figures of the points that are looked at. */
    public enum Scaling {
        /** As they are. */
        NONE,
        /** Each coordinate to mean 0 and deviation 1; a constant one to 0. */
        Z_SCORE,
        /** Each coordinate to the range from 0 to 1; a constant one to 0. */
        MIN_MAX,
        /** All together, so that the largest euclidean distance is 1, unless all points are equal. */
        UNIT_DIAMETER
    }

    /** Which inputs become points. */
    public sealed interface Subsample {
        /** All of them. */
        record None() implements Subsample {}

        /** Drawn without replacement, the same at every step and in every layer. */
        record Random(@Setting(value = "How many", min = 1) int size) implements Subsample {}

        /** Equally many of each class, the same at every step and in every layer. */
        record PerClass(
                @Setting(value = "How many of each", min = 1)
                int size) implements Subsample {}

        /** Max-min landmarks of the layer's own cloud, from a seeded start: spread out, outliers included. */
        record Landmarks(
                @Setting(value = "How many", min = 1) int size) implements Subsample {}
    }

    /** How distances are measured. */
    public sealed interface Distance {
        /** The length of the difference. */
        record Euclidean() implements Distance {}

        /** One minus the cosine of the angle; a zero vector is at distance 1 from all others. */
        record Cosine() implements Distance {}

        /** The length of the shortest path on the graph of nearest neighbours; infinite across its gaps. */
        record Geodesic(
                @Setting(value = "Nearest neighbours of each point", byDefault = "10", min = 1)
                int neighbours) implements Distance {}
    }
}
