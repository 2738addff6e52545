package org.crease.homology;

/**
 * What a computation reports to on its way: how far it is and how much memory it holds. Both are cheap enough to be told
 * whenever interruption is looked for. For one thread.
 */
final class Watch {
    private static final int REPORTS = 100; // a phase, at most

    private final Progress progress;
    private final long most;
    private String doing = "starting";
    private double from;
    private double to;
    private long next;

    /** Tells a listener, and ends what holds more bytes than {@code most}. */
    Watch(Progress progress, long most) {
        this.progress = progress;
        this.most = most;
    }

    /** Tells no one. */
    static Watch none() {
        return new Watch((fraction, doing) -> {}, Long.MAX_VALUE);
    }

    /** Begins a phase that is expected to take this share of what remains to be done. */
    void phase(String words, double share) {
        doing = words;
        from = to;
        to = from + share * (1 - from);
        next = 0;
        progress.at(from, doing);
    }

    /** So many steps of the phase are done. */
    void at(long done, long total) {
        if (done >= next) {
            next = done + Math.max(1, total / REPORTS);
            progress.at(from + (to - from) * Math.min(1, (double) done / Math.max(1, total)), doing);
        }
    }

    /**
     * The computation holds so many bytes now.
     *
     * @throws BudgetExceededException when that is more than it may
     */
    void holds(long bytes) {
        if (bytes > most) {
            throw new BudgetExceededException("homology holds %.3g MB while %s, %d %% done; the budget is %.3g MB. Take"
                            .formatted(bytes / 1e6, doing, Math.round(100 * from), most / 1e6)
                    + " fewer points (Landmarks), a lower dimension or a smaller scale");
        }
    }

    /** All is done. */
    void end() {
        progress.at(1, "done");
    }
}
