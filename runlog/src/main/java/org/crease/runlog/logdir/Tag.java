package org.crease.runlog.logdir;

/**
 * What was logged under one name.
 *
 * @param name as logged; any text
 * @param kind decided by its first event
 * @param logged points that were read, also those that were taken back since
 * @param kept points that are held; fewer than {@code logged} once a series was thinned, and 0 for kinds other than scalars
 *     and histograms
 * @param step of the newest point
 * @param wallTime of the newest point, in seconds since 1970
 */
public record Tag(String name, Kind kind, long logged, int kept, long step, double wallTime) {

    /** What a tag's values are. */
    public enum Kind {
        SCALAR,
        HISTOGRAM,
        IMAGE,
        TEXT,
        /** Anything else: hyperparameters, sound, graphs, tensors that no plugin shows. */
        OTHER
    }
}
