package org.crease.inspector.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * A resolved configuration without some of its settings, so that what is left can be compared as text. Resolved
 * configurations are written by one writer, block by block and key by key in one order, so that equal settings are equal
 * lines.
 */
final class Settings {
    private Settings() {}

    /**
     * The text without settings and all below them.
     *
     * @param yaml a configuration in blocks
     * @param paths settings, such as {@code task.target}
     */
    static String without(String yaml, Set<String> paths) {
        Deque<Key> open = new ArrayDeque<>();
        StringBuilder kept = new StringBuilder();
        for (String line : yaml.lines().toList()) {
            int indent = indent(line);
            while (!open.isEmpty() && open.getLast().indent() >= indent) {
                open.removeLast();
            }
            int colon = line.indexOf(':');
            if (colon > indent) {
                open.addLast(new Key(indent, line.substring(indent, colon)));
            }
            if (!isBelow(open, paths)) {
                kept.append(line).append('\n');
            }
        }
        return kept.toString();
    }

    private static boolean isBelow(Deque<Key> open, Set<String> paths) {
        StringBuilder path = new StringBuilder();
        for (Key key : open) {
            path.append(path.isEmpty() ? "" : ".").append(key.name());
            if (paths.contains(path.toString())) {
                return true;
            }
        }
        return false;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Settings that make no two runs different, and some more. */
    static Set<String> nameAnd(Set<String> more) {
        Set<String> paths = new HashSet<>(more);
        paths.add("name");
        paths.add("runs");
        return paths;
    }

    /** A key of the file that is open at a line. */
    private record Key(int indent, String name) {}
}
