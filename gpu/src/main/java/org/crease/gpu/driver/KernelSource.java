package org.crease.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a program: C that both drivers compile, through the macros of {@code prelude.h}.
 *
 * @param name of the file, without its ending
 * @param text prelude and included files in it, since drivers know no folders
 */
public record KernelSource(String name, String text) {
    private static final String FOLDER = "/org/crease/gpu/kernels/";
    private static final Pattern INCLUDE = Pattern.compile("(?m)^#include \"(.+)\"\n");

    /** A source of this library. */
    public static KernelSource of(String name) {
        return new KernelSource(name, read("prelude.h") + lineOf(name + ".c", 1) + included(name + ".c"));
    }

    /** A file with the files that it includes, which include none. */
    private static String included(String file) {
        String text = read(file);
        return INCLUDE.matcher(text).replaceAll(include -> {
            long next = 2 + text.substring(0, include.start()).lines().count();
            String part = lineOf(include.group(1), 1) + read(include.group(1)) + lineOf(file, next);
            return Matcher.quoteReplacement(part);
        });
    }

    private static String lineOf(String file, long line) {
        return "#line " + line + " \"" + file + "\"\n";
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
