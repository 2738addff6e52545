package org.crease.inspector.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Probes the checkpoints of a run again. The inspector knows no networks; whoever serves it does this for it. */
public interface Replayer {

    /** Probes to choose from, by name: YAML lists as under {@code probes} in a configuration. */
    Map<String, String> presets();

    /**
     * Looks whether probes are written rightly.
     *
     * @param probes a YAML list
     * @throws IllegalArgumentException with everything that is wrong, in words
     */
    void check(String probes);

    /**
     * Does it, on the calling thread; ends soon after that is interrupted, and what was found by then stays.
     *
     * @param run its directory
     * @throws RuntimeException in words, when it cannot
     */
    Result replay(Path run, Order order, Progress progress) throws InterruptedException;

    /**
     * What is to be done.
     *
     * @param probes a YAML list
     * @param steps of the checkpoints; all when empty
     */
    record Order(String probes, List<Long> steps) {
        public Order {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What was done.
     *
     * @param replay the replay's name
     * @param failures what could not be examined, a line each
     */
    record Result(String replay, List<String> failures) {
        public Result {
            failures = List.copyOf(failures);
        }
    }

    /** Is told how far it is. */
    interface Progress {

        /** The work has begun; {@code replay} is its name, {@code checkpoints} are to be done. */
        void begun(String replay, long checkpoints);

        /** One more checkpoint is done. */
        void step();
    }
}
