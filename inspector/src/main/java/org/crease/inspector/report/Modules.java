package org.crease.inspector.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.crease.inspector.server.PageFiles;

/**
 * The page's modules for a file without a server: each as a data address, found by name through an import map. Relative
 * imports become names, since a data address has no folder that they could be relative to.
 */
final class Modules {
    private static final Pattern IMPORT = Pattern.compile("((?:from|import)\\s*')(\\.{1,2}/[^']+)(')");
    private static final String PREFIX = "crease";

    private final Map<String, String> imports = new LinkedHashMap<>();

    /**
     * A module and all that it imports.
     *
     * @param path of the server, such as {@code /js/main.js}
     */
    Modules(String path) {
        add(path);
    }

    /** Data addresses by name. */
    Map<String, String> imports() {
        return imports;
    }

    /** The name of the module at a path of the server. */
    static String name(String path) {
        return PREFIX + path;
    }

    private void add(String path) {
        if (imports.putIfAbsent(name(path), "") != null) {
            return;
        }
        String source = IMPORT.matcher(text(path)).replaceAll(match -> renamed(path, match));
        imports.put(
                name(path),
                "data:text/javascript;base64,"
                        + Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)));
    }

    private String renamed(String from, MatchResult match) {
        String target = Path.of(from)
                .resolveSibling(match.group(2))
                .normalize()
                .toString()
                .replace('\\', '/');
        add(target);
        return match.group(1) + name(target) + match.group(3);
    }

    private static String text(String path) {
        return new String(PageFiles.required(path).body(), StandardCharsets.UTF_8);
    }
}
