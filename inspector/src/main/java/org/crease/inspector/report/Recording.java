package org.crease.inspector.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.crease.inspector.web.Query;
import org.crease.inspector.web.RefusedException;
import org.crease.inspector.web.Reply;
import org.crease.inspector.web.Resource;

/** Questions and their answers. Answers are kept compressed, in letters that need no escape anywhere. */
final class Recording {
    private final Map<String, Resource> resources;
    private final Map<String, String> answers = new LinkedHashMap<>();

    Recording(Map<String, Resource> resources) {
        this.resources = resources;
    }

    /**
     * Asks, and keeps the answer.
     *
     * @throws RefusedException when there is none
     */
    Reply ask(String path, Map<String, String> parameters) {
        Resource resource = resources.get(path);
        if (resource == null) {
            throw RefusedException.missing("there is nothing at " + path);
        }
        Reply reply = resource.answer(new Query(parameters));
        String packed = Base64.getEncoder().encodeToString(compressed(reply.body()));
        answers.put(key(path, parameters), packed);
        return reply;
    }

    /** Answers by question; the page makes the same keys. */
    Map<String, String> answers() {
        return answers;
    }

    private static String key(String path, Map<String, String> parameters) {
        StringBuilder key = new StringBuilder(path.substring("/api/".length()));
        new TreeMap<>(parameters)
                .forEach((name, value) ->
                        key.append('\n').append(name).append('=').append(value));
        return key.toString();
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
