package org.crease.benchmarks.rank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What NumPy said about a network, {@code rank.py}.
 *
 * @param version NumPy's
 * @param ranks by input and layer
 * @param near singular values within a thousandth of their threshold, by input and layer
 * @param wall seconds an input
 * @param cpu processor seconds an input
 */
record NumPy(String version, int[][] ranks, List<Near> near, double wall, double cpu) {

    /**
     * A singular value that lies near its threshold.
     *
     * @param ratio of the two
     */
    record Near(int input, int layer, double ratio) {}

    /** Why a Python does not serve; empty when it has NumPy with OpenBLAS. */
    static Optional<String> obstacle(String python) throws IOException {
        String program = "import numpy, ctypes, glob; numpy.linalg.svd(numpy.eye(3));"
                + " print(any('openblas' in line for line in open('/proc/self/maps')))";
        try {
            String said = said(new ProcessBuilder(python, "-c", program));
            return said.strip().equals("True")
                    ? Optional.empty()
                    : Optional.of(python + " has no NumPy with OpenBLAS (Debian: python3-numpy, libopenblas0)");
        } catch (IOException e) {
            return Optional.of("there is no " + python);
        }
    }

    /**
     * Asks it.
     *
     * @param file weights and masks
     * @param precision float32 or float64
     */
    static NumPy ask(String python, Path script, Path file, String precision, int threads) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(python, script.toString(), file.toString(), precision);
        builder.environment().put("OPENBLAS_NUM_THREADS", "" + threads);
        builder.environment().put("OMP_NUM_THREADS", "" + threads);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        List<String> lines = said(builder).lines().toList();
        int near = lines.indexOf("near");
        int seconds = lines.indexOf("seconds");
        if (near < 0 || seconds < 0) {
            throw new IllegalStateException("NumPy failed; it said " + lines.size() + " lines");
        }
        int[][] ranks = lines.subList(1, near).stream()
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray())
                .toArray(int[][]::new);
        String[] spent = lines.get(seconds + 1).split(" ", -1);
        return new NumPy(
                lines.get(0),
                ranks,
                lines.subList(near + 1, seconds).stream().map(NumPy::near).toList(),
                Double.parseDouble(spent[0]) / ranks.length,
                Double.parseDouble(spent[1]) / ranks.length);
    }

    private static Near near(String line) {
        String[] words = line.split(" ", -1);
        return new Near(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Double.parseDouble(words[2]));
    }

    private static String said(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Thread end = new Thread(process::destroy, "end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    /** Whether a singular value of this map lies near its threshold. */
    boolean near(int input, int layer) {
        return near.stream().anyMatch(value -> value.input() == input && value.layer() == layer);
    }
}
