package org.crease.trainer.sweep.plan;

import org.jspecify.annotations.Nullable;

/**
 * One number that a repetition gave.
 *
 * @param epoch after which a training was looked at; null where that is its end, and of random networks
 * @param layer the layer that it is about: 1, 2, .. for the hidden layers of a random network, a name in a training; empty for
 *     a number about the whole
 * @param measure what it is
 * @param value may be NaN where it is undefined
 */
public record Measurement(@Nullable Integer epoch, String layer, String measure, double value) {
    private static final String EPOCH = "epoch ";

    /** A number about the end of a training or a random network. */
    public Measurement(String layer, String measure, double value) {
        this(null, layer, measure, value);
    }

    /** Epoch, layer and measure as one word, for files: {@code dense-1/rank.rank_mean}, {@code epoch 2/dense-1/rank.rank_mean}. */
    public String key() {
        return (epoch == null ? "" : EPOCH + epoch + "/") + layer + "/" + measure;
    }

    /** The measurement of a word that {@link #key} gave. */
    public static Measurement of(String key, double value) {
        Integer epoch = null;
        String rest = key;
        if (key.matches(EPOCH + "[0-9]{1,9}/.*/.*")) {
            int end = key.indexOf('/');
            epoch = Integer.valueOf(key.substring(EPOCH.length(), end));
            rest = key.substring(end + 1);
        }
        int slash = rest.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + key + "' is no measure with its layer");
        }
        return new Measurement(epoch, rest.substring(0, slash), rest.substring(slash + 1), value);
    }
}
