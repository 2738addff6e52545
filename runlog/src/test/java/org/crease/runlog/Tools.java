package org.crease.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Programs outside this project that check what we wrote. */
public final class Tools {
    private Tools() {}

    /** Runs a Python script with NumPy, {@code /usr/bin/python3} first, and returns what it prints; skips when there is none. */
    public static String python(String script, String... arguments) throws IOException, InterruptedException {
        String python = Files.exists(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
        require(works(python, "-c", "import numpy"), "python3 with numpy (Debian: python3-numpy)");
        return run(python, script, arguments);
    }

    private static String run(String python, String script, String... arguments)
            throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = python;
        command[1] = "-c";
        command[2] = script;
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        return output(new ProcessBuilder(command));
    }

    /** Runs a Python script by the interpreter that {@code CREASE_TENSORBOARD_PYTHON} names, one that has TensorBoard. */
    public static String tensorBoard(String script, String... arguments) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("CREASE_TENSORBOARD_PYTHON", "python3");
        require(works(python, "-c", "import tensorboard"), "python3 with tensorboard (PyPI)");
        return run(python, script, arguments);
    }

    /** Prints a protobuf message with protoc; skips when there is none. */
    public static String decodeRaw(Path message) throws IOException, InterruptedException {
        require(works("protoc", "--version"), "protoc (Debian: protobuf-compiler)");
        return output(new ProcessBuilder("protoc", "--decode_raw").redirectInput(message.toFile()));
    }

    /** Skips the test, or fails it where nothing may be skipped. */
    public static void require(boolean present, String what) {
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            assertThat(present)
                    .as("CREASE_REQUIRE_ALL=true and missing: " + what)
                    .isTrue();
        }
        Assumptions.assumeTrue(present, "missing: " + what);
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
