package org.crease.trainer.config;

import org.crease.probes.Setting;

/** How gradients are kept from growing. */
public sealed interface ClippingConfig {

    /** Each element into [-limit, limit]. */
    record Value(
            @Setting(value = "The limit", min = 0, exclusive = true)
            double limit) implements ClippingConfig {}

    /** The gradient of each layer scaled down to this euclidean norm where it is longer. */
    record Norm(
            @Setting(value = "The limit", min = 0, exclusive = true)
            double limit) implements ClippingConfig {}
}
