package org.crease.homology;

/**
 * What a computation may take.
 *
 * @param bytes of memory, beside the space itself
 * @param seconds of time, by the clock; infinite when it does not matter
 */
public record Budget(long bytes, double seconds) {

    public Budget {
        if (bytes <= 0 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    "budget of " + bytes + " bytes and " + seconds + " seconds; both must be positive");
        }
    }

    /** So many bytes, and any time. */
    public static Budget ofBytes(long bytes) {
        return new Budget(bytes, Double.POSITIVE_INFINITY);
    }

    /** So many seconds, and any memory. */
    public static Budget ofSeconds(double seconds) {
        return new Budget(Long.MAX_VALUE, seconds);
    }

    /** What is done within a budget: it ends soon when its thread is interrupted. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws InterruptedException;
    }

    /**
     * Does work within this budget's time, of which it is known what it is expected to take.
     *
     * @param what it is, to be told
     * @throws BudgetExceededException when it is expected to go beyond the budget, before anything is done, or takes longer
     * @throws InterruptedException when the thread is interrupted
     */
    public <T> T run(String what, Estimate estimate, Work<T> work) throws InterruptedException {
        if (!estimate.fits(this)) {
            throw new BudgetExceededException(what + " is expected to take " + estimate + "; the budget is " + this
                    + ". Take less data or a larger budget");
        }
        return Deadline.within(
                seconds,
                work::run,
                () -> what + " took longer than its budget, " + this + ", and was ended; it was expected to take "
                        + estimate);
    }

    /** Four fifths of the memory that Java may use, and any time. */
    public static Budget ofHeap() {
        return ofBytes(Runtime.getRuntime().maxMemory() / 5 * 4);
    }

    @Override
    public String toString() {
        String memory = bytes == Long.MAX_VALUE ? "any memory" : "%.3g MB".formatted(bytes / 1e6);
        return memory + " and " + (Double.isInfinite(seconds) ? "any time" : "%.3g s".formatted(seconds));
    }
}
