package org.crease.trainer.data.library;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads {@code datasets/manifest.yaml}. Names become paths, so they are held to letters, digits, dots, dashes and
 * underscores.
 */
final class Manifest {
    static final String FILE = "manifest.yaml";
    private static final int VERSION = 1;
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path path;

    private Manifest(Path path) {
        this.path = path;
    }

    /** The data sets that a manifest names, by name, in its order. */
    static Map<String, DatasetInfo> read(Path path) {
        return new Manifest(path).read();
    }

    private Map<String, DatasetInfo> read() {
        Map<?, ?> root = map(parse(), "the file");
        if (integer(root, "version") != VERSION) {
            throw wrong("version " + root.get("version") + ", expected " + VERSION);
        }
        Map<String, DatasetInfo> sets = new LinkedHashMap<>();
        map(root.get("datasets"), "datasets").forEach((key, value) -> {
            String name = name(key);
            sets.put(name, dataset(name, map(value, name)));
        });
        return sets;
    }

    private Object parse() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw wrong(Files.size(path) + " bytes, expected at most " + MOST_BYTES);
            }
            return new Load(LoadSettings.builder().setLabel(path.toString()).build())
                    .loadFromString(Files.readString(path));
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
        } catch (YamlEngineException e) {
            throw new DataException(
                    path + ": not YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
        }
    }

    private DatasetInfo dataset(String name, Map<?, ?> set) {
        List<DatasetFile> files = new ArrayList<>();
        map(set.get("files"), name + ".files").forEach((key, value) -> files.add(file(name(key), map(value, name))));
        return new DatasetInfo(
                name,
                text(set, "title"),
                text(set, "about"),
                text(set, "source"),
                text(set, "licence"),
                choice(DatasetInfo.Format.class, text(set, "format")),
                Boolean.TRUE.equals(set.get("header")),
                set.get("scale") instanceof Number number ? number.doubleValue() : 1,
                list(set.get("shape")).stream().map(this::positive).toList(),
                list(set.get("classes")).stream().map(String::valueOf).toList(),
                files,
                set.get("archive") == null ? null : archive(map(set.get("archive"), name + ".archive")),
                set.get("mirrors") == null
                        ? List.of()
                        : list(set.get("mirrors")).stream().map(this::address).toList(),
                set.get("system") == null ? null : Path.of(text(set, "system")));
    }

    private DatasetFile file(String name, Map<?, ?> file) {
        return new DatasetFile(
                name, choice(DatasetFile.Role.class, text(file, "role")), integer(file, "bytes"), sha256(file));
    }

    private DatasetInfo.Archive archive(Map<?, ?> archive) {
        return new DatasetInfo.Archive(
                name(text(archive, "name")), text(archive, "folder"), integer(archive, "bytes"), sha256(archive));
    }

    private String sha256(Map<?, ?> from) {
        String sha256 = text(from, "sha256");
        if (!SHA256.matcher(sha256).matches()) {
            throw wrong("sha256 " + sha256 + ", expected 64 digits of lower-case hexadecimal");
        }
        return sha256;
    }

    private URI address(Object mirror) {
        String text = String.valueOf(mirror);
        if (!text.matches("https?://[^\\s]+/")) {
            throw wrong("mirror " + text + ", expected http(s)://../, ending in a slash");
        }
        return URI.create(text);
    }

    private String name(@Nullable Object name) {
        String text = String.valueOf(name);
        if (!NAME.matcher(text).matches()) {
            throw wrong("name '" + text + "', expected letters, digits, '.', '-' and '_'");
        }
        return text;
    }

    private <E extends Enum<E>> E choice(Class<E> type, String text) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw wrong(type.getSimpleName().toLowerCase(Locale.ROOT) + " '" + text + "' is not known");
    }

    private Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(what + ": expected a mapping");
    }

    private List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong("expected a list, not " + value);
    }

    private String text(Map<?, ?> from, String key) {
        if (from.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key + ": expected a text, not " + from.get(key));
    }

    private int integer(Map<?, ?> from, String key) {
        return positive(from.get(key));
    }

    private int positive(@Nullable Object value) {
        if (value instanceof Integer number && number > 0) {
            return number;
        }
        throw wrong("expected a positive whole number, not " + value);
    }

    private DataException wrong(String problem) {
        return new DataException(path + ": " + problem);
    }
}
