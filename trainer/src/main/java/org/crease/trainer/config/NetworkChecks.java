package org.crease.trainer.config;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Whether layers can follow each other, as far as that shows without the data: no image layer behind a dense one, and
 * residual blocks that keep their shape.
 */
final class NetworkChecks {

    private static final int UNKNOWN = -1;

    private final BiConsumer<String, String> problem;

    private NetworkChecks(BiConsumer<String, String> problem) {
        this.problem = problem;
    }

    /**
     * What is known of the values between two layers.
     *
     * @param features units behind a dense layer, channels behind a convolution, or unknown
     * @param flattenedBy the dense layer that made a vector of the image; empty when there was none
     */
    private record State(int features, String flattenedBy) {}

    static void check(NetworkConfig network, BiConsumer<String, String> problem) {
        if (network.layers().isEmpty()) {
            problem.accept("layers", "is empty; a network needs a hidden layer");
        }
        new NetworkChecks(problem).follow(network.layers(), "layers", new State(UNKNOWN, ""));
    }

    private State follow(List<LayerConfig> layers, String path, State start) {
        State state = start;
        for (int i = 0; i < layers.size(); i++) {
            state = behind(layers.get(i), path + "." + i, state);
        }
        return state;
    }

    private State behind(LayerConfig layer, String path, State before) {
        if (layer instanceof LayerConfig.Dense dense) {
            String first = before.flattenedBy().isEmpty() ? path + ".dense" : before.flattenedBy();
            return new State(dense.units(), first);
        } else if (layer instanceof LayerConfig.Convolution convolution) {
            refuseVector(path + ".convolution", before);
            refuseGaps(path + ".convolution", convolution.padding(), convolution.kernel(), convolution.stride());
            return new State(convolution.filters(), before.flattenedBy());
        } else if (layer instanceof LayerConfig.Pooling pooling) {
            refuseVector(path + ".pooling", before);
            refuseGaps(path + ".pooling", pooling.padding(), pooling.kernel(), pooling.stride());
        } else if (layer instanceof LayerConfig.Residual residual) {
            return residual(residual, path + ".residual.layers", before);
        }
        return before;
    }

    private void refuseVector(String path, State before) {
        if (!before.flattenedBy().isEmpty()) {
            problem.accept(path, "needs an image, but network." + before.flattenedBy() + " has made a vector of it");
        }
    }

    private void refuseGaps(String path, LayerConfig.Padding padding, int kernel, int stride) {
        if (padding == LayerConfig.Padding.SAME && kernel < stride) {
            problem.accept(
                    path,
                    "has stride " + stride + " and kernel " + kernel
                            + "; with padding same the kernel must be as large as the stride");
        }
    }

    private State residual(LayerConfig.Residual residual, String path, State before) {
        State after = follow(residual.layers(), path, before);
        if (before.features() != UNKNOWN && after.features() != before.features()) {
            problem.accept(
                    path,
                    "must keep the shape: " + before.features() + " features go in, " + after.features() + " come out");
        }
        for (int i = 0; i < residual.layers().size(); i++) {
            refuseShrinking(residual.layers().get(i), path + "." + i);
        }
        return after;
    }

    private void refuseShrinking(LayerConfig layer, String path) {
        if (layer instanceof LayerConfig.Convolution convolution) {
            boolean keeps = convolution.padding() == LayerConfig.Padding.SAME || convolution.kernel() == 1;
            refuseShrinking(path + ".convolution", keeps && convolution.stride() == 1);
        } else if (layer instanceof LayerConfig.Pooling pooling) {
            boolean keeps = pooling.padding() == LayerConfig.Padding.SAME || pooling.kernel() == 1;
            refuseShrinking(path + ".pooling", keeps && pooling.stride() == 1);
        }
    }

    private void refuseShrinking(String path, boolean keepsSize) {
        if (!keepsSize) {
            problem.accept(path, "must keep the image's size inside a residual block: stride 1, padding same");
        }
    }
}
