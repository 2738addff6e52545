package org.crease.trainer.data.source;

import org.jspecify.annotations.Nullable;

/**
 * Inputs and what is known of each of them. Arrays are as long as there are inputs, and never changed.
 *
 * @param inputs the inputs
 * @param classes the class of each, from 0, where the data has classes
 * @param values the value that the data gives for each: its class as a number, a table's column, a function's value
 * @param angles the angle of each in radians, where the shape has one that varies continuously around it
 */
public record Samples(
        Features inputs, int @Nullable [] classes, double @Nullable [] values, double @Nullable [] angles) {

    /** Number of inputs. */
    public int size() {
        return inputs.size();
    }

    /** Samples with classes, whose values are the classes' numbers. */
    public static Samples ofClasses(Features inputs, int[] classes) {
        double[] values = new double[classes.length];
        for (int i = 0; i < classes.length; i++) {
            values[i] = classes[i];
        }
        return new Samples(inputs, classes, values, null);
    }
}
