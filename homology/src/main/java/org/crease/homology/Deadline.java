package org.crease.homology;

import java.util.function.Supplier;

/**
 * Ends work after a time by interrupting it, so wherever it looks for interruption it looks for the deadline too, at no
 * further cost. A thread of its own waits meanwhile.
 */
final class Deadline {
    private final Thread worker = Thread.currentThread();
    private final long end;
    private boolean over; // both guarded by this
    private boolean passed;

    /** What is done until the deadline. */
    interface Work<T> {
        T run() throws InterruptedException;
    }

    private Deadline(double seconds) {
        this.end = System.nanoTime() + (long) (seconds * 1e9);
    }

    /**
     * Does work for as long as this at most. Work that ends just past the deadline counts.
     *
     * @param seconds infinite for no deadline
     * @param message of the exception
     * @throws BudgetExceededException when time is over
     * @throws InterruptedException when the thread is interrupted by others
     */
    static <T> T within(double seconds, Work<T> work, Supplier<String> message) throws InterruptedException {
        if (seconds > 1e9) {
            return work.run();
        }
        Deadline deadline = new Deadline(seconds);
        Thread waiting = new Thread(deadline::await, "crease-deadline");
        waiting.setDaemon(true);
        waiting.start();
        try {
            return work.run();
        } catch (InterruptedException e) {
            if (deadline.hasPassed()) {
                BudgetExceededException exceeded = new BudgetExceededException(message.get());
                exceeded.initCause(e);
                throw exceeded;
            }
            throw e;
        } finally {
            deadline.finish();
        }
    }

    private synchronized void await() {
        try {
            for (long left = end - System.nanoTime(); left > 0 && !over; left = end - System.nanoTime()) {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException e) {
            return; // nobody has this thread to interrupt it
        }
        if (!over) {
            passed = true;
            worker.interrupt();
        }
    }

    private synchronized boolean hasPassed() {
        return passed;
    }

    /** After this the deadline interrupts no more, and leaves no interruption behind. */
    private synchronized void finish() {
        over = true;
        notifyAll();
        if (passed) {
            Thread.interrupted();
        }
    }
}
