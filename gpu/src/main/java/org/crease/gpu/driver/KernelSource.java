package org.crease.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The source of a program: C that both drivers compile, through the macros of {@code prelude.h}.
 *
 * @param name of the file, without its ending
 * @param text prelude included
 */
public record KernelSource(String name, String text) {
    private static final String FOLDER = "/org/crease/gpu/kernels/";

    /** A source of this library. */
    public static KernelSource of(String name) {
        return new KernelSource(name, read("prelude.h") + "#line 1 \"" + name + ".c\"\n" + read(name + ".c"));
    }

    private static String read(String file) {
        try (InputStream in = KernelSource.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no kernel source " + file + " in this library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
