package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code crease homology} in a process of its own, asked to end amid a computation of minutes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedHomologyTest {

    /** What a busy machine may add to the 200 ms that the process has. */
    private static final long LONGEST_MILLIS = 2000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** Weights without any structure, of which hardly a simplex can be left out. */
    private Path weights() throws Exception {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int row = 1; row < 150; row++) {
            for (int k = 0; k < row; k++) {
                text.append(random.nextFloat()).append(' ');
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("weights.lower"), text);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, --dim=3", "TERM, 143, --dim=3", "INT, 130, --dim=3 --representatives --max-time=2h"})
    void p7_askedToEndItEndsAtOnceAndWritesNothing(String signal, int status, String options) throws Exception {
        Path out = folder.resolve("d.npz");
        List<String> words = new ArrayList<>(List.of("homology", weights().toString(), "--out", out.toString()));
        words.addAll(List.of(options.split(" ", -1)));
        Process process = CreaseProcess.of(List.of(), words).start();
        assertThat(process.waitFor(3, TimeUnit.SECONDS)).as("ended by itself").isFalse();
        long asked = System.nanoTime();
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat((System.nanoTime() - asked) / 1_000_000).isLessThan(LONGEST_MILLIS);
        assertThat(process.exitValue()).isEqualTo(status);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("crease: stopped; nothing was written\n");
        assertThat(out).doesNotExist();
    }
}
