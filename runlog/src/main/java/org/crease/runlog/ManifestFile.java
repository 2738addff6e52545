package org.crease.runlog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.TooNewException;
import org.crease.runlog.storage.TooOldException;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes {@code manifest.json}. */
final class ManifestFile {
    static final String NAME = "manifest.json";

    private static final int LIMIT = 16 << 20;

    private ManifestFile() {}

    static void write(Path root, Manifest manifest) {
        ObjectNode object = Json.object();
        object.put("format", manifest.format());
        object.put("name", manifest.name());
        object.put("status", manifest.status().word());
        object.put("seed", manifest.seed());
        object.put("continuity", manifest.continuity());
        putTexts(object, "versions", manifest.versions());
        object.put("device", manifest.device());
        putTexts(object, "data", manifest.data());
        object.put("created", manifest.created().toString());
        object.put("updated", manifest.updated().toString());
        object.put("reason", manifest.reason());
        object.put("step", manifest.step());
        manifest.layers().forEach(object.putArray("layers")::add);
        if (!manifest.classes().isEmpty()) {
            manifest.classes().forEach(object.putArray("classes")::add);
        }
        Json.putNumbers(object, "metrics", manifest.metrics());
        Json.write(root.resolve(NAME), object);
    }

    static Manifest read(Path root) {
        Path file = root.resolve(NAME);
        Fields fields = Json.parse(Confined.read(root, file, LIMIT), file, "");
        long format = fields.integer("format");
        if (format > RunDirectory.FORMAT) {
            throw new TooNewException(file, format, RunDirectory.FORMAT);
        }
        if (format < RunDirectory.FORMAT) {
            throw new TooOldException(file, format, RunDirectory.FORMAT);
        }
        return parse(fields);
    }

    private static Manifest parse(Fields fields) {
        try {
            return new Manifest(
                    fields.smallInteger("format"),
                    fields.text("name"),
                    status(fields),
                    fields.integer("seed"),
                    fields.textOrNull("continuity"),
                    fields.texts("versions"),
                    fields.text("device"),
                    fields.texts("data"),
                    fields.instant("created"),
                    fields.instant("updated"),
                    fields.textOrNull("reason"),
                    fields.integer("step"),
                    fields.textList("layers"),
                    fields.has("classes") ? fields.textList("classes") : List.of(),
                    fields.numbers("metrics"));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("continuity", String.valueOf(e.getMessage()));
        }
    }

    private static Manifest.Status status(Fields fields) {
        String word = fields.text("status");
        for (Manifest.Status status : Manifest.Status.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw fields.wrong("status", "'" + word + "' is none of running, stopped, failed, done");
    }

    private static void putTexts(ObjectNode object, String key, Map<String, String> texts) {
        ObjectNode map = object.putObject(key);
        texts.forEach(map::put);
    }
}
