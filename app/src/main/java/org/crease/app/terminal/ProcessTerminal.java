package org.crease.app.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what this process is connected to.
 *
 * <p>Java 17 cannot ask whether a single stream is a terminal, nor how wide it is. The launcher can, and passes
 * {@code crease.terminal} (which of {@code out} and {@code err} are terminals) and {@code crease.columns}. Without the
 * launcher everything is taken for a pipe. The charset is the locale's, which is what the reader expects; it does not
 * depend on {@code file.encoding}, whose default changed with JDK 18.
 */
public final class ProcessTerminal {

    private static final String SYMBOLS = "━╸─✓✗–…·⚠→×";

    private ProcessTerminal() {}

    /** The terminal of this process, as its launcher, environment and locale describe it. */
    public static Terminal open() {
        return open(System.getProperties(), System.getenv());
    }

    static Terminal open(Properties properties, Map<String, String> environment) {
        Charset charset = charset(properties.getProperty("native.encoding"));
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                screen("out", charset, properties, environment),
                screen("err", charset, properties, environment));
    }

    static Screen screen(String stream, Charset charset, Properties properties, Map<String, String> environment) {
        Set<String> terminals =
                Set.of(properties.getProperty("crease.terminal", "").split(","));
        boolean interactive = terminals.contains(stream) && !"dumb".equals(environment.get("TERM"));
        boolean colour = interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean unicode = charset.newEncoder().canEncode(SYMBOLS);
        return new Screen(interactive, colour, unicode, width(properties.getProperty("crease.columns")));
    }

    private static int width(@Nullable String columns) {
        if (columns == null || columns.isEmpty() || !columns.matches("[1-9][0-9]{0,3}")) {
            return Screen.USUAL;
        }
        return Integer.parseInt(columns);
    }

    private static Charset charset(@Nullable String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }
}
