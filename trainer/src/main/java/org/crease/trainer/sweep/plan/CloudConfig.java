package org.crease.trainer.sweep.plan;

import org.crease.probes.Setting;
import org.crease.trainer.config.DataConfig;

/** The inputs that a random network is shown, drawn anew each time. */
public sealed interface CloudConfig {

    /** Number of points. */
    int count();

    /** Even in a box. */
    record Box(
            @Setting(value = "Number of points", byDefault = "100", min = 1)
            int count,

            @Setting(value = "Lower end of every coordinate", byDefault = "-5")
            double low,

            @Setting(value = "Upper end of every coordinate", byDefault = "5")
            double high)
            implements CloudConfig {
        public Box {
            if (low >= high) {
                throw new IllegalArgumentException(
                        "high must be greater than low, but they are " + high + " and " + low);
            }
        }
    }

    /** Points of a made shape, put into more dimensions by a matrix of standard normal numbers where there are more inputs. */
    record Toy(
            @Setting("The shape") DataConfig.Shape shape,

            @Setting(value = "Number of points", byDefault = "100", min = 1)
            int count,

            @Setting(value = "Deviation of the Gaussian noise added to each coordinate", byDefault = "0", min = 0)
            double noise)
            implements CloudConfig {}
}
