package org.crease.runlog.compare;

import java.util.List;

/** The scalars by which one tells twins apart, in the order in which one looks at them; all others follow. */
public final class TwinMeasures {
    /** The few that say most; names as in summaries of findings. */
    public static final List<String> NAMES = List.of(
            "rank_mean",
            "collapsed_share",
            "active_mean",
            "regions",
            "h0_betti",
            "h1_betti",
            "h0_layer",
            "h1_layer",
            "h0_count",
            "h1_count");

    private TwinMeasures() {}

    /** Place of a measure among all: those that are not named above come last. */
    static int place(String measure) {
        int place = NAMES.indexOf(measure);
        return place < 0 ? NAMES.size() : place;
    }
}
