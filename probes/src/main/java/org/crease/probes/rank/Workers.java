package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs tasks on several threads. A task's result may not depend on which thread runs it, nor when. With one thread the tasks
 * run on the caller's.
 */
final class Workers {
    private Workers() {}

    /** A task, by its number. */
    interface Task<S> {
        void run(int number, S memory) throws InterruptedException;
    }

    /** Working memory of one thread. */
    interface Memory extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Runs the tasks from {@code start} to {@code end}, and returns when no thread works any more: because all is done, one
     * task has failed, or the caller was interrupted.
     *
     * @param memory makes the working memory of a thread
     */
    static <S extends Memory> void run(int threads, int start, int end, Supplier<S> memory, Task<S> task)
            throws InterruptedException {
        AtomicInteger next = new AtomicInteger(start);
        List<FutureTask<Void>> shares = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, end - start); thread++) {
            shares.add(new FutureTask<>(() -> {
                try (S own = memory.get()) {
                    for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                        task.run(number, own);
                    }
                }
                return null;
            }));
        }
        if (shares.size() == 1) {
            shares.get(0).run();
        } else {
            runBeside(shares, next, end);
        }
        for (FutureTask<Void> share : shares) {
            result(share);
        }
    }

    private static void runBeside(List<FutureTask<Void>> shares, AtomicInteger next, int end)
            throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (FutureTask<Void> share : shares) {
            Thread thread = new Thread(
                    () -> {
                        share.run();
                        if (failed(share)) {
                            next.set(end);
                        }
                    },
                    "crease-rank");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            threads.forEach(Thread::interrupt);
            threads.forEach(Workers::awaitEnd);
            throw e;
        }
    }

    /** However often the caller is interrupted: the threads work in memory that is freed after them. */
    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean failed(FutureTask<Void> share) {
        try {
            share.get();
            return false;
        } catch (ExecutionException | InterruptedException e) {
            return true;
        }
    }

    private static void result(FutureTask<Void> share) throws InterruptedException {
        try {
            share.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            } else if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the rank of a region could not be computed", e.getCause());
        }
    }
}
