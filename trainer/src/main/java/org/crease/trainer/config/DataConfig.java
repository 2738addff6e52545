package org.crease.trainer.config;

import java.util.List;
import org.crease.probes.Setting;
import org.jspecify.annotations.Nullable;

/** Where inputs come from. */
public sealed interface DataConfig {

    /** A data set known by name; {@code crease datasets} lists them. */
    record Dataset(
            @Setting("The name") String name,

            @Setting(
                    value = "Use only this many training samples, drawn evenly from the classes; 0 for all",
                    byDefault = "0",
                    min = 0)
            int train,

            @Setting(
                    value = "Use only this many test samples, drawn evenly from the classes; 0 for all",
                    byDefault = "0",
                    min = 0)
            int test)
            implements DataConfig {}

    /** A table of numbers. */
    record Csv(
            @Setting("The file, relative to the configuration")
            String file,

            @Setting(value = "Whether the first line names the columns", byDefault = "true")
            boolean header,

            @Setting("The column with the label or value, by name or by number from 0; without it, the last") @Nullable
            String label,

            @Setting(value = "Columns to leave out, by name or by number from 0", byDefault = "[]")
            List<String> ignore)
            implements DataConfig {}

    /** Arrays in NumPy's format: inputs of shape (n, ..) and labels of shape (n). */
    record Npz(
            @Setting("The file, relative to the configuration")
            String file,

            @Setting(value = "Name of the array of inputs", byDefault = "x")
            String inputs,

            @Setting(value = "Name of the array of labels", byDefault = "y")
            String labels)
            implements DataConfig {}

    /** Points of a made shape, labelled where the shape has parts. See the handbook for formulas and Betti numbers. */
    record Toy(
            @Setting("The shape") Shape shape,

            @Setting(value = "Number of points", byDefault = "2000", min = 1)
            int points,

            @Setting(value = "Deviation of the Gaussian noise added to each coordinate", byDefault = "0", min = 0)
            double noise,

            @Setting(value = "Number of circles or arms, for concentric-circles and spirals; without it, 2", min = 1)
            @Nullable
            Integer parts,

            @Setting("The number a of planar-curve; without it, drawn evenly from -1 to 1") @Nullable
            Double a,

            @Setting("The number b of planar-curve; without it, drawn evenly from -1 to 1") @Nullable
            Double b)
            implements DataConfig {}

    /** Inputs drawn evenly from the domain of a test function, with its value. */
    record Function(
            @Setting("The function") TestFunction function,

            @Setting(value = "Number of input dimensions", byDefault = "20", min = 1)
            int dimension,

            @Setting(value = "Number of points", byDefault = "20000", min = 1)
            int points)
            implements DataConfig {}

    /** The shapes. */
    enum Shape {
        CIRCLE,
        SPHERE,
        TORUS,
        FLAT_TORUS,
        KLEIN_BOTTLE,
        SWISS_ROLL,
        TWO_MOONS,
        CONCENTRIC_CIRCLES,
        SPIRALS,
        PLANAR_CURVE,
        NAITZAT_D1,
        NAITZAT_D2,
        NAITZAT_D3
    }

    /** The test functions, each with its standard domain. */
    enum TestFunction {
        DIXON_PRICE,
        ROSENBROCK,
        SPHERE,
        ZAKHAROV,
        MICHALEWICZ,
        SCHWEFEL,
        STYBLINSKI_TANG
    }
}
