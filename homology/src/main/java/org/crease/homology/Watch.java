package org.crease.homology;

/**
 * What a computation reports to on its way: how far it is and how much memory it holds. Both are cheap enough to be told
 * whenever interruption is looked for. Threads that help are not listened to. For those who write computations; who asks for
 * one has {@link Progress} and {@link Budget}.
 */
public final class Watch {
    private static final int REPORTS = 100; // a phase, at most

    private final Thread owner = Thread.currentThread();
    private final Progress progress;
    private final long most;
    private String doing = "starting";
    private double from;
    private double to;
    private double fraction;
    private long next;
    private long kept;

    /** Tells a listener, and ends what holds more bytes than {@code most}. */
    public Watch(Progress progress, long most) {
        this.progress = progress;
        this.most = most;
    }

    /** Tells no one. */
    public static Watch none() {
        return new Watch(Progress.none(), Long.MAX_VALUE);
    }

    /** Begins a phase that is expected to take this share of what remains to be done. */
    public void phase(String words, double share) {
        doing = words;
        from = to;
        to = from + share * (1 - from);
        next = 0;
        at(0, 1);
    }

    /** So many steps of the phase are done. */
    public void at(long done, long total) {
        if (done >= next && Thread.currentThread() == owner) {
            next = done + Math.max(1, total / REPORTS);
            fraction = from + (to - from) * Math.min(1, (double) done / Math.max(1, total));
            progress.at(fraction, doing);
        }
    }

    /** So many bytes more are held from now on. */
    public void keeps(long bytes) {
        kept += bytes;
        holds(0);
    }

    /**
     * What grows takes so many bytes now, beside what is {@linkplain #keeps kept}. Helpers may say so too: the thread that watches
     * ends the work when it says so next.
     *
     * @throws BudgetExceededException when that is more than it may
     */
    public void holds(long bytes) {
        if (kept + bytes > most && Thread.currentThread() == owner) {
            throw new BudgetExceededException(
                    "homology holds %.3g MB while %s, %d %% done, and was ended; the budget is %.3g MB. Take"
                                    .formatted((kept + bytes) / 1e6, doing, Math.round(100 * fraction), most / 1e6)
                            + " fewer points (Landmarks), a lower dimension, a smaller scale or a larger budget");
        }
    }

    /** All is done. */
    public void end() {
        doing = "done";
        fraction = 1;
        progress.at(fraction, doing);
    }
}
