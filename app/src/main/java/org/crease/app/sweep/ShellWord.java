package org.crease.app.sweep;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.crease.runlog.storage.Printable;

/** A path as one word of a shell. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+=:@%,-]+");

    private ShellWord() {}

    /** The path, in quotes where a shell would read it otherwise. */
    public static String of(Path path) {
        String text = path.toString();
        return Printable.of(PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'");
    }
}
