package org.crease.trainer.sweep.plan;

/**
 * One number that a repetition gave.
 *
 * @param layer the layer that it is about: 1, 2, .. for the hidden layers of a random network, a name in a training; empty for
 *     a number about the whole
 * @param measure what it is
 * @param value may be NaN where it is undefined
 */
public record Measurement(String layer, String measure, double value) {

    /** Layer and measure as one word, for files. */
    public String key() {
        return layer + "/" + measure;
    }

    /** The measurement of a word that {@link #key} gave. */
    public static Measurement of(String key, double value) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + key + "' is no measure with its layer");
        }
        return new Measurement(key.substring(0, slash), key.substring(slash + 1), value);
    }
}
