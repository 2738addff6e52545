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
        StringBuilder text = new StringBuilder("#line 1 \"" + file + "\"\n");
        int number = 0;
        for (String line : read(file).split("\n", -1)) {
            Matcher include = INCLUDE.matcher(line);
            number++;
            if (include.matches()) {
                text.append(withIncluded(include.group(1)));
                text.append("#line ")
                        .append(number + 1)
                        .append(" \"")
                        .append(file)
                        .append("\"\n");
            } else {
                text.append(line).append('\n');
            }
        }
        return text.toString();
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
