package org.crease.runlog;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.crease.runlog.storage.Digests;
import org.crease.runlog.storage.Printable;

/** Names of runs and replays, which users type, and file names made of layer and probe names, which may be anything. */
final class Names {
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final Pattern RESERVED = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int LONGEST_FILE = 100;
    private static final int HASH = 16;

    private Names() {}

    /**
     * Returns a name that is a plain directory name on every system.
     *
     * @param what it names, for the error
     */
    static String check(String what, String name) {
        boolean good = RUN.matcher(name).matches()
                && !name.endsWith(".")
                && !RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches();
        if (!good) {
            throw new IllegalArgumentException(what + " '" + Printable.excerpt(name)
                    + "' is not allowed: 1 to 100 of A-Z a-z 0-9 _ - . are, starting with a letter, digit or _,"
                    + " not ending in a dot, and no Windows device name");
        }
        return name;
    }

    /** A file name part for any text: other bytes than letters, digits and {@code _ -} as {@code %XX}; long ones hashed. */
    static String file(String text, boolean dots) {
        StringBuilder name = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
            if (plain || (dots && c == '.' && name.length() > 0)) {
                name.append(c);
            } else {
                name.append(String.format("%%%02X", (int) c));
            }
        }
        if (name.length() > LONGEST_FILE) {
            String hash = Digests.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, HASH);
            name.setLength(LONGEST_FILE - HASH - 1);
            name.append('-').append(hash);
        }
        return name.toString();
    }
}
