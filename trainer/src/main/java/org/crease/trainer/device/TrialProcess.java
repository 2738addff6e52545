package org.crease.trainer.device;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link CudaTrial} as a process of its own. ND4J that failed to come up cannot be loaded again, and a kernel that failed
 * takes CUDA down for the rest of the process: only the failure of another process can be got over.
 */
final class TrialProcess implements Trial {
    /** The first start unpacks two gigabytes of libraries. */
    private static final long MINUTES = 10;

    private final String main;
    private final long minutes;

    TrialProcess() {
        this(CudaTrial.class.getName(), MINUTES);
    }

    /** @param main the class to run */
    TrialProcess(String main, long minutes) {
        this.main = main;
        this.minutes = minutes;
    }

    @Override
    public Optional<String> failure(Card card) {
        try {
            Path verdict = Files.createTempFile("crease-cuda", ".txt");
            try {
                int status = run(verdict, card);
                return judge(card, status, Files.readString(verdict, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(verdict);
            }
        } catch (IOException e) {
            return Optional.of(
                    "Deeplearning4j's CUDA backend could not be tried on " + card.words() + ": " + e.getMessage());
        }
    }

    private int run(Path verdict, Card card) throws IOException {
        Process process = new ProcessBuilder(command(verdict, card))
                .redirectInput(ProcessBuilder.Redirect.from(verdict.toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                throw new IOException("no answer in " + minutes + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path verdict, Card card) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(TrialProcess::concernsLibraries)
                .forEach(command::add);
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(verdict.toString(), String.valueOf(card.index())));
        return command;
    }

    /** Where libraries are unpacked to, and what newer Java wants to be told before it loads any. */
    private static boolean concernsLibraries(String option) {
        return option.startsWith("-Dorg.bytedeco.")
                || option.startsWith("-Djava.io.tmpdir=")
                || option.startsWith("--enable-native-access")
                || option.startsWith("--sun-misc-unsafe");
    }

    private static Optional<String> judge(Card card, int status, String verdict) {
        if (status == 0 && verdict.equals(CudaTrial.PASSED)) {
            return Optional.empty();
        }
        if (verdict.isBlank()) {
            return Optional.of(
                    "Deeplearning4j's CUDA backend crashed on " + card.words() + ", with exit status " + status);
        }
        return Optional.of(CardFailure.of(new IllegalStateException(verdict))
                .map(failure -> failure.on(card))
                .orElseGet(() -> "Deeplearning4j's CUDA backend does not come up on " + card.words() + ": " + verdict));
    }
}
