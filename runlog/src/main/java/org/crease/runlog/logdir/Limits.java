package org.crease.runlog.logdir;

/**
 * How much of a run is held in memory. A series that grows beyond its limit is thinned: every second point goes, and from
 * then on every second new one is held, beside the newest. The same file gives the same points.
 *
 * @param scalars most points of a scalar, at least 2
 * @param histograms most histograms of a tag, at least 2
 * @param tags most tags; later ones are passed over, and a problem says so
 * @param bytes of all points together, about; beyond it the largest series is thinned
 */
public record Limits(int scalars, int histograms, int tags, long bytes) {
    /** 10 000 points a scalar, 500 histograms a tag, 10 000 tags, 256 MiB. */
    public static final Limits STANDARD = new Limits(10_000, 500, 10_000, 256L << 20);

    public Limits {
        if (scalars < 2 || histograms < 2 || tags < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits " + scalars + ", " + histograms + ", " + tags + ", " + bytes
                    + ": at least 2, 2, 1 and 1 are expected");
        }
    }
}
