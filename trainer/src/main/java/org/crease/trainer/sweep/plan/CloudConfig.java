package org.crease.trainer.sweep.plan;

import org.crease.probes.Setting;
import org.crease.trainer.config.DataConfig;

/** The inputs that a random network is shown, drawn anew each time. */
// Named, since compilers differ in the order of variants that are not, and the handbook follows it.
public sealed interface CloudConfig
        permits CloudConfig.Box, CloudConfig.Toy, CloudConfig.Regular, CloudConfig.RandomCurve {

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

    /** Points in equal steps of their angles on a circle or a torus, put into the inputs by a matrix of standard normal numbers. */
    record Regular(
            @Setting("The shape") Surface shape,

            @Setting(value = "Number of points; on a torus, a square", byDefault = "1024", min = 1)
            int count)
            implements CloudConfig {

        /** A shape whose angles can be stepped through. */
        public enum Surface {
            /** The unit circle. */
            CIRCLE,
            /** Around the z axis, at distance 1 from it, a tube of radius 1/2. */
            TORUS
        }

        public Regular {
            int side = (int) Math.round(Math.sqrt(count));
            if (shape == Surface.TORUS && side * side != count) {
                throw new IllegalArgumentException("count is " + count + "; on a torus it must be a square");
            }
        }
    }

    /**
     * Points in equal steps of the angle t, from 0 to a full turn, on a random curve (cos at cos bt, cos at sin bt); the network
     * has two inputs.
     */
    record RandomCurve(
            @Setting(value = "Number of points", byDefault = "500", min = 1)
            int count,

            @Setting(
                    value = "a and b are drawn evenly from minus this to this",
                    byDefault = "1",
                    min = 0,
                    exclusive = true)
            double rates)
            implements CloudConfig {}
}
