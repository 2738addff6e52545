package org.crease.benchmarks.homology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs programs one at a time by {@code run.py}, which the system tells what they took.
 *
 * @param folder where their output may go
 * @param timeout seconds that one may take
 * @param memory bytes that a limited one may have
 */
record Stopwatch(String python, Path script, Path folder, double timeout, long memory) {
    private static final double KIB_A_MIB = 1024;

    /**
     * How a run ended.
     *
     * @param reason why there is no cost, in a word
     */
    record Outcome(Optional<Cost> cost, String reason) {}

    /**
     * Runs a program.
     *
     * @param limited whether it may have no more than so much memory
     * @param out where its output goes
     */
    Outcome run(List<String> command, boolean limited, Path out) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(python, script.toString(), "" + timeout, "" + (limited ? memory : 0), out.toString()));
        words.addAll(command);
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String[] told = words(process);
        if (told[0].equals("timeout")) {
            return new Outcome(Optional.empty(), "> " + (long) timeout);
        } else if (!told[0].equals("0")) {
            return new Outcome(Optional.empty(), "failed");
        }
        double mebibytes = Double.parseDouble(told[3]) / KIB_A_MIB;
        return new Outcome(
                Optional.of(new Cost(Double.parseDouble(told[1]), Double.parseDouble(told[2]), mebibytes)), "");
    }

    /** What a program says, which ends when this one does. */
    private static String[] words(Process process) throws IOException {
        Thread end = new Thread(process::destroy, "end");
        Runtime.getRuntime().addShutdownHook(end);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Runtime.getRuntime().removeShutdownHook(end);
        return said.strip().split(" ", -1);
    }
}
