package org.crease.trainer.sweep.plan;

import java.util.Locale;

/** What is measured of a random network, in each hidden layer. */
public enum Measure {
    /** Smallest rank, over the inputs, of the linear map from the input to the layer. */
    RANK_MIN,
    /** Mean rank over the inputs. */
    RANK_MEAN,
    /** Largest rank over the inputs. */
    RANK_MAX,
    /** Mean number of active units over the inputs. */
    ACTIVE_MEAN,
    /** Number of distinct codewords of the layers up to this one. */
    REGIONS;

    /** Its name in YAML and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
