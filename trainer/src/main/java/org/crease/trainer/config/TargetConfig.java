package org.crease.trainer.config;

import org.crease.probes.Setting;

/** What is to be learnt from the inputs. Twins differ in this line alone. */
public sealed interface TargetConfig {

    /** The class label: a discontinuous task. */
    @Variant("class")
    record ClassLabel() implements TargetConfig {}

    /** A number (or several) that varies continuously with the input. */
    record Regression(
            @Setting(value = "The quantity", byDefault = "label")
            Quantity of,

            @Setting(value = "Whether the target is scaled to mean 0 and deviation 1", byDefault = "true")
            boolean standardize)
            implements TargetConfig {}

    /** A regression target cut into levels: the same function, made discontinuous. */
    record Discretized(
            @Setting(value = "Number of levels", min = 2) int levels,

            @Setting(value = "The quantity", byDefault = "label")
            Quantity of,

            @Setting(
                    value = "Whether levels are learnt as classes, or as numbers with mean 0 and deviation 1",
                    byDefault = "classes")
            Levels as,

            @Setting(value = "Where it is cut", byDefault = "quantiles")
            Cut cut)
            implements TargetConfig {}

    /** How levels are learnt. */
    enum Levels {
        CLASSES,
        NUMBERS
    }

    /** Where a quantity is cut into levels, by figures of the training split. */
    enum Cut {
        /** So that all levels are equally frequent there. */
        QUANTILES,
        /** At its mean, into two. */
        MEAN
    }

    /** What can be asked of an input. */
    enum Quantity {
        /** The value that the data set gives: a class label as a number, a table's column, a test function's value. */
        LABEL,
        /** The value of the test function, where the inputs were drawn for one. */
        FUNCTION,
        /** The angle on a circle (or around a torus, a spiral, ..), as (cos, sin); levels are arcs of the angle itself. */
        ANGLE,
        /** The mean of an image's pixels. */
        MEAN_INTENSITY,
        /** The centre of mass of an image's intensity, as (row, column), each from -1 to 1. It has no levels. */
        CENTRE_OF_MASS,
        /** The input itself, scaled as the network sees it and no further: an autoencoder. It has no levels. */
        INPUT
    }
}
