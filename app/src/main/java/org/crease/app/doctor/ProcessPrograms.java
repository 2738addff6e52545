package org.crease.app.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs programs as processes, for ten seconds at most. */
final class ProcessPrograms implements Programs {

    private static final long SECONDS = 10;
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public Optional<List<String>> ask(String... command) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException absent) {
            return Optional.empty();
        }
        try {
            byte[] bytes = CompletableFuture.supplyAsync(() -> read(process)).get(SECONDS, TimeUnit.SECONDS);
            boolean done = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            return done
                    ? Optional.of(
                            new String(bytes, StandardCharsets.UTF_8).lines().toList())
                    : Optional.empty();
        } catch (TimeoutException | ExecutionException unhelpful) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] read(Process process) {
        try (InputStream output = process.getInputStream()) {
            return output.readNBytes(MOST_BYTES);
        } catch (IOException cut) {
            return new byte[0];
        }
    }
}
