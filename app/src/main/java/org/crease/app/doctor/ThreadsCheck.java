package org.crease.app.doctor;

import java.util.Map;

/**
 * Threads of the native libraries. They are set by the environment before Java starts; results and speed depend on
 * them, and OpenMP's waiting threads steal the cores of other work.
 */
final class ThreadsCheck implements Check {

    private final Map<String, String> environment;

    ThreadsCheck(Machine machine) {
        this.environment = machine.environment();
    }

    @Override
    public Result look() {
        String openMp = environment.getOrDefault("OMP_NUM_THREADS", "");
        String openBlas = environment.getOrDefault("OPENBLAS_NUM_THREADS", "");
        String found = "OMP_NUM_THREADS=" + shown(openMp) + "  OPENBLAS_NUM_THREADS=" + shown(openBlas);
        Result result = Result.ok("Threads", found).with("omp", openMp).with("openblas", openBlas);
        return "1".equals(openMp)
                ? result
                : result.advising("Weights differ in their last bits from those trained with OMP_NUM_THREADS=1.");
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(unset)" : value;
    }
}
