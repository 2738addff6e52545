package org.crease.trainer.config;

import org.crease.probes.Setting;

/** How the learning rate changes over time, as a factor of the optimiser's. */
public sealed interface ScheduleConfig {

    /** Factor 1 throughout. */
    record Constant() implements ScheduleConfig {}

    /** Factor decay^(step / every), without steps: a smooth curve. */
    record Exponential(
            @Setting(value = "Factor per interval", byDefault = "0.5", min = 0, max = 1, exclusive = true)
            double decay,

            @Setting(value = "Interval in steps", min = 1) long every)
            implements ScheduleConfig {}

    /** Factor decay^⌊step / every⌋. */
    record Stairs(
            @Setting(value = "Factor per interval", byDefault = "0.1", min = 0, max = 1, exclusive = true)
            double decay,

            @Setting(value = "Interval in steps", min = 1) long every)
            implements ScheduleConfig {}

    /** From 0 linearly to 1 over the warm-up, then linearly to 0 at the last step. */
    record Triangle(
            @Setting(value = "Length of the warm-up in steps", min = 1)
            long warmUp) implements ScheduleConfig {}

    /** Half a cosine from 1 to 0 at the last step. */
    record Cosine() implements ScheduleConfig {}
}
