package org.crease.trainer.config;

import java.util.List;
import org.crease.probes.Setting;

/** The hidden layers; the output layer follows from the target. */
public record NetworkConfig(
        @Setting("The layers, from the input on") List<LayerConfig> layers,

        @Setting(value = "How weights are drawn, where a layer does not say", byDefault = "pytorch")
        InitializationConfig initialization) {}
