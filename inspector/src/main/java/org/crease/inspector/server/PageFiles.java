package org.crease.inspector.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.crease.inspector.web.Reply;

/**
 * The page's files, out of the class path: our own, and D3 from its WebJar. A path is looked up only when it is made of
 * plain names, so that no spelling of {@code ..} leads anywhere.
 */
public final class PageFiles {
    private static final Pattern PLAIN = Pattern.compile("(/[a-z0-9]+(-[a-z0-9]+)*)+\\.(js|css|svg)");
    private static final String PAGE = "/org/crease/inspector/page";
    private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    /** The file under a path of the server. */
    public static Optional<Reply> file(String path) {
        if (path.equals("/")) {
            return load(PAGE + "/index.html");
        }
        if (path.equals("/lib/d3.js")) {
            return load(D3);
        }
        return PLAIN.matcher(path).matches() ? load(PAGE + path) : Optional.empty();
    }

    /**
     * A file that is always there.
     *
     * @throws IllegalArgumentException when it is not
     */
    public static Reply required(String path) {
        return file(path).orElseThrow(() -> new IllegalArgumentException("the page has no " + path));
    }

    private static Optional<Reply> load(String resource) {
        try (InputStream in = PageFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            String ending = resource.substring(resource.lastIndexOf('.') + 1);
            return Optional.of(new Reply(String.valueOf(TYPES.get(ending)), in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " of the page: " + e, e);
        }
    }
}
