package org.crease.probes.overlap;

/** Why a Betti number of a layer differs from that of the input. */
public enum Change {
    /** It does not. */
    NONE(0),
    /** The input with all that rank glues has the layer's number. */
    RANK(1),
    /** The input with all that rank and overlap glue has the layer's number, that with rank alone has not. */
    OVERLAP(2),
    /** Neither has: the layer moved points nearer or further apart. */
    METRIC_ONLY(3);

    private final int code;

    Change(int code) {
        this.code = code;
    }

    /** The number that stands for it in a finding. */
    public int code() {
        return code;
    }

    /** The reason. */
    static Change of(int input, int byRank, int byOverlap, int layer) {
        if (layer == input) {
            return NONE;
        } else if (layer == byRank) {
            return RANK;
        }
        return layer == byOverlap ? OVERLAP : METRIC_ONLY;
    }

    /** As it is shown: in words. */
    @Override
    public String toString() {
        return switch (this) {
            case NONE -> "none";
            case RANK -> "rank";
            case OVERLAP -> "overlap";
            case METRIC_ONLY -> "metric only";
        };
    }
}
