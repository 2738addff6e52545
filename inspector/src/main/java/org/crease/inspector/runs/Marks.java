package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.FormatException;
import org.crease.runlog.storage.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tags, pins and hides of the runs of a directory, in its file {@code .inspector.json}, which is replaced as a whole at each
 * change. A file that cannot be read counts as empty and says so; before it is replaced it is kept as
 * {@code .inspector.json.damaged}. Not thread-safe.
 */
final class Marks {
    static final String NAME = ".inspector.json";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int FORMAT = 1;
    private static final int LIMIT = 16 << 20;
    private static final int MOST_TAGS = 20;
    private static final int LONGEST_TAG = 40;

    private final Path directory;
    private final Path file;
    private final Map<String, Mark> marks = new TreeMap<>();
    private @Nullable FileTime modified;
    private @Nullable String problem;

    Marks(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
    }

    Mark of(String run) {
        return marks.getOrDefault(run, Mark.NONE);
    }

    @Nullable
    String problem() {
        return problem;
    }

    /** Reads the file anew when it has changed; returns whether it had. */
    boolean refresh() {
        FileTime now = modifiedNow();
        if (Objects.equals(now, modified)) {
            return false;
        }
        modified = now;
        marks.clear();
        problem = null;
        if (now != null) {
            read();
        }
        return true;
    }

    /** Notes something of a run, durably. */
    void put(String run, Mark mark) {
        check(mark);
        refresh();
        if (mark.equals(Mark.NONE)) {
            marks.remove(run);
        } else {
            marks.put(run, mark);
        }
        write();
    }

    private static void check(Mark mark) {
        if (mark.tags().size() > MOST_TAGS) {
            throw RefusedException.bad("a run takes at most " + MOST_TAGS + " tags");
        }
        for (String tag : mark.tags()) {
            boolean plain = tag.equals(tag.strip()) && tag.codePoints().noneMatch(Marks::isUnprintable);
            if (tag.isEmpty() || tag.length() > LONGEST_TAG || !plain) {
                throw RefusedException.bad("a tag is 1 to " + LONGEST_TAG + " printable characters");
            }
        }
    }

    private static boolean isUnprintable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private void read() {
        try {
            JsonNode root = MAPPER.readTree(Confined.read(directory, file, LIMIT));
            if (!(root instanceof ObjectNode) || root.path("format").asInt(0) != FORMAT) {
                problem = NAME + " is none of format " + FORMAT + "; tags and pins are not shown";
                return;
            }
            root.path("runs").properties().forEach(entry -> marks.put(entry.getKey(), mark(entry.getValue())));
        } catch (JacksonException | FormatException | UncheckedIOException e) {
            problem = NAME + " cannot be read; tags and pins are not shown";
        }
    }

    private static Mark mark(JsonNode node) {
        List<String> tags = new ArrayList<>();
        node.path("tags").forEach(tag -> {
            if (tag.isString() && tags.size() < MOST_TAGS) {
                tags.add(tag.stringValue());
            }
        });
        return new Mark(
                tags, node.path("pinned").asBoolean(false), node.path("hidden").asBoolean(false));
    }

    private void write() {
        ObjectNode root = Json.object();
        root.put("format", FORMAT);
        ObjectNode runs = root.putObject("runs");
        marks.forEach((run, mark) -> {
            ObjectNode node = runs.putObject(run);
            ArrayNode tags = node.putArray("tags");
            mark.tags().forEach(tags::add);
            node.put("pinned", mark.pinned());
            node.put("hidden", mark.hidden());
        });
        keepDamaged();
        byte[] text =
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
        problem = null;
        modified = modifiedNow();
    }

    private void keepDamaged() {
        if (problem != null) {
            try {
                Files.move(file, file.resolveSibling(NAME + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot keep the damaged " + NAME + ": " + e, e);
            }
        }
    }

    private @Nullable FileTime modifiedNow() {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + NAME + ": " + e, e);
        }
    }
}
