package org.crease.gpu.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** Shared libraries built by g++ from C++ of the tests, kept in {@code target} by what they were built from. */
final class NativeBuild {
    static final Path SOURCES = Path.of("src", "test", "native");
    private static final Path BUILT = Path.of("target", "simulated-cuda");

    private NativeBuild() {}

    /** The library of a text, which may include what is in {@link #SOURCES}. */
    static Path library(String name, String text, String... options) {
        NvidiaLibraries.require(Files.exists(Path.of("/usr/bin/g++")), "g++ is not installed");
        try {
            String all = text + String.join(" ", options) + Files.readString(SOURCES.resolve("emulate.h"));
            Path library = BUILT.resolve(name + "-" + Integer.toHexString(all.hashCode()) + ".so");
            if (!Files.exists(library)) {
                build(name, text, library, options);
            }
            return library.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot build " + name, e);
        }
    }

    private static void build(String name, String text, Path library, String... options) throws IOException {
        Files.createDirectories(BUILT);
        Path source = Files.writeString(BUILT.resolve(name + ".cpp"), text);
        Path fresh = Files.createTempFile(BUILT, name, ".so");
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/g++",
                "-std=c++14",
                "-O2",
                "-ffp-contract=off",
                "-fno-gnu-unique",
                "-Wl,-Bsymbolic",
                "-shared",
                "-fPIC",
                "-I" + SOURCES));
        command.addAll(List.of(options));
        command.addAll(List.of(source.toString(), "-o", fresh.toString()));
        run(command);
        Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            Assertions.assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ":\n" + words);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while building", e);
        }
    }
}
