package org.crease.benchmarks.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The sweep as {@code sweep.py} does it.
 *
 * @param version NumPy's
 * @param cells inputs, units, mean and deviation of each
 * @param wall seconds
 * @param cpu processor seconds
 */
record PlainSweep(String version, List<double[]> cells, double wall, double cpu) {

    /** Runs it; fails when Python or NumPy is missing (Debian: python3-numpy, libopenblas0). */
    static PlainSweep run(String python, Path script, int networks, int threads)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(python, script.toString(), String.valueOf(networks));
        builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0 || lines.size() < 2) {
            throw new IllegalStateException(python + " with NumPy is needed (Debian: python3-numpy, libopenblas0)");
        }
        double[] spent = numbers(lines.get(lines.size() - 1));
        List<double[]> cells = lines.subList(1, lines.size() - 1).stream()
                .map(PlainSweep::numbers)
                .toList();
        return new PlainSweep(lines.get(0), cells, spent[0], spent[1]);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
