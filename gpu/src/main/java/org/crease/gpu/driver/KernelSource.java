package org.crease.gpu.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a program: C that both drivers compile, through the macros of {@code prelude.h}.
 *
 * @param name of the file, without its ending
 * @param text prelude included
 */
public record KernelSource(String name, String text) {
    private static final Pattern INCLUDE = Pattern.compile("#include \"([\\w.]+)\"");
    private static final String FOLDER = "/org/crease/gpu/kernels/";

    /** A source of this library; its lines {@code #include "file"} are replaced by files beside it. */
    public static KernelSource of(String name) {
        return new KernelSource(name, read("prelude.h") + withIncluded(name + ".c"));
    }

    private static String withIncluded(String file) {
        List<String> lines = new ArrayList<>(List.of("#line 1 \"" + file + "\""));
        int number = 0;
        for (String line : read(file).split("\n", -1)) {
            Matcher include = INCLUDE.matcher(line);
            number++;
            if (include.matches()) {
                lines.add(withIncluded(include.group(1)) + "#line " + (number + 1) + " \"" + file + "\"");
            } else {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
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
