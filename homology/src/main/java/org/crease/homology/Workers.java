package org.crease.homology;

import java.util.concurrent.atomic.AtomicReference;

/** Runs the same work on several threads at once, the calling one among them; the work itself deals out what is to do. */
final class Workers {

    /** What each thread does until nothing is left. */
    interface Work {
        void run() throws InterruptedException;
    }

    private Workers() {}

    /**
     * Returns when all threads are done. Where one fails, the others are interrupted and its failure is thrown.
     *
     * @param threads at least 1
     * @throws InterruptedException when the calling thread is interrupted
     */
    static void run(int threads, Work work) throws InterruptedException {
        if (threads == 1) {
            work.run();
            return;
        }
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread caller = Thread.currentThread();
        Thread[] helpers = new Thread[threads - 1];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Thread(() -> help(work, failure, caller), caller.getName() + "-" + (k + 1));
            helpers[k].setDaemon(true);
            helpers[k].start();
        }
        runWithHelpers(work, helpers, failure);
    }

    private static void help(Work work, AtomicReference<Throwable> failure, Thread caller) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // by the caller, which knows why
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            caller.interrupt();
        }
    }

    private static void runWithHelpers(Work work, Thread[] helpers, AtomicReference<Throwable> failure)
            throws InterruptedException {
        try {
            work.run();
            for (Thread helper : helpers) {
                helper.join();
            }
        } catch (InterruptedException e) {
            stop(helpers);
            if (failure.get() == null) {
                throw e;
            }
        } catch (RuntimeException | Error e) {
            stop(helpers);
            throw e;
        }
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("a thread at work failed", failed);
        }
    }

    private static void stop(Thread[] helpers) {
        for (Thread helper : helpers) {
            helper.interrupt();
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
