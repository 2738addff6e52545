package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** How soon work ends that is interrupted. */
public final class Stopping {

    private Stopping() {}

    /** What is done again and again until it is interrupted. */
    public interface Work {
        void run() throws InterruptedException;
    }

    /** Milliseconds from interruption to end; the shortest of three, since a busy machine may hold any one up. */
    public static double delay(Work work, long millisBefore) throws InterruptedException {
        double shortest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
            shortest = Math.min(shortest, oneDelay(work, millisBefore));
        }
        return shortest;
    }

    private static double oneDelay(Work work, long millisBefore) throws InterruptedException {
        AtomicLong stopped = new AtomicLong();
        AtomicReference<String> end = new AtomicReference<>("finished");
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    work.run();
                }
            } catch (InterruptedException e) {
                end.set("interrupted");
            }
            stopped.set(System.nanoTime());
        });
        thread.start();
        Thread.sleep(millisBefore);
        long asked = System.nanoTime();
        thread.interrupt();
        thread.join();
        assertThat(end.get()).isEqualTo("interrupted");
        return (stopped.get() - asked) / 1e6;
    }
}
