package org.crease.trainer.data;

import java.util.List;
import java.util.Locale;
import org.crease.trainer.config.TargetConfig.Quantity;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;
import org.jspecify.annotations.Nullable;

/** What can be asked of inputs: measured, or looked up in what the source knows of them. */
final class Quantities {
    private final Source source;
    private final String key;

    /**
     * Questions about a source.
     *
     * @param key the configuration's key that asks, for messages
     */
    Quantities(Source source, String key) {
        this.source = source;
        this.key = key;
    }

    /**
     * The quantity at each sample.
     *
     * @throws DataException when the data does not have it
     */
    Table measure(Quantity quantity, Subset samples) {
        return switch (quantity) {
            case LABEL -> label(samples);
            case FUNCTION -> function(samples);
            case ANGLE -> onCircle(angle(samples));
            case MEAN_INTENSITY -> ImageMoments.means(images(quantity, samples));
            case CENTRE_OF_MASS -> ImageMoments.centres(images(quantity, samples), source.shape());
            case INPUT -> throw new IllegalArgumentException("the input is no measured quantity");
        };
    }

    /**
     * The quantity at each sample as one number, so that it can be cut into levels; an angle in radians.
     *
     * @throws DataException when the data does not have it or it is several numbers
     */
    Table measureOne(Quantity quantity, Subset samples) {
        return switch (quantity) {
            case ANGLE -> angle(samples);
            case CENTRE_OF_MASS, INPUT ->
                throw new DataException(key + ": " + name(quantity)
                        + " is several numbers, levels are cut from one: label, function, angle or mean-intensity");
            case LABEL, FUNCTION, MEAN_INTENSITY -> measure(quantity, samples);
        };
    }

    /** Names of a quantity's numbers. */
    static List<String> names(Quantity quantity) {
        return switch (quantity) {
            case LABEL -> List.of("label");
            case FUNCTION -> List.of("function");
            case ANGLE -> List.of("cos angle", "sin angle");
            case MEAN_INTENSITY -> List.of("mean intensity");
            case CENTRE_OF_MASS -> List.of("row", "column");
            case INPUT -> List.of();
        };
    }

    private Table label(Subset samples) {
        return lookUp(samples.samples().values(), samples, Quantity.LABEL, "gives no number for an input");
    }

    private Table function(Subset samples) {
        if (!source.function()) {
            throw missing(Quantity.FUNCTION, "was not drawn for a test function");
        }
        return label(samples);
    }

    private Table angle(Subset samples) {
        return lookUp(samples.samples().angles(), samples, Quantity.ANGLE, "has no angle that varies continuously");
    }

    private Table lookUp(double @Nullable [] all, Subset samples, Quantity quantity, String problem) {
        if (all == null) {
            throw missing(quantity, problem);
        }
        double[] chosen = new double[samples.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = all[samples.rows()[i]];
        }
        return new Table(chosen, 1);
    }

    private static Table onCircle(Table angles) {
        double[] pairs = new double[2 * angles.size()];
        for (int i = 0; i < angles.size(); i++) {
            pairs[2 * i] = StrictMath.cos(angles.values()[i]);
            pairs[2 * i + 1] = StrictMath.sin(angles.values()[i]);
        }
        return new Table(pairs, 2);
    }

    private Subset images(Quantity quantity, Subset samples) {
        if (source.shape().length != 3) {
            throw missing(quantity, "has no images, but inputs of " + source.shape()[0] + " features");
        }
        return samples;
    }

    private DataException missing(Quantity quantity, String problem) {
        return new DataException(key + ": " + name(quantity) + " is asked for, but " + source.name() + " " + problem);
    }

    private static String name(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
