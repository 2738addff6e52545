package org.crease.runlog;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.npy.ArrayZip;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.CorruptFileException;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.Printable;
import org.crease.runlog.storage.TooNewException;
import org.crease.runlog.storage.TooOldException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The checkpoint container: a stored zip of {@code checkpoint.json} and one npy an array, exactly those it lists. */
final class CheckpointFile {
    static final long VERSION = 1;

    private static final String FORMAT = "crease checkpoint";
    private static final String DOCUMENT = "checkpoint.json";

    private CheckpointFile() {}

    static void write(Checkpoint checkpoint, OutputStream out) throws IOException {
        Map<String, byte[]> documents = Map.of(DOCUMENT, Json.bytes(document(checkpoint)));
        ArrayZip.write(new ArrayZip.Content(documents, checkpoint.arrays()), out);
    }

    static Checkpoint read(Path root, Path file) {
        try (FileChannel channel = Confined.open(root, file)) {
            return assemble(ArrayZip.read(channel, file, List.of(DOCUMENT), false), file);
        } catch (NoSuchFileException e) {
            throw new CorruptFileException(file, "", "is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }

    private static ObjectNode document(Checkpoint checkpoint) {
        ObjectNode object = Json.object();
        object.put("format", FORMAT);
        object.put("version", VERSION);
        object.put("step", checkpoint.step());
        object.put("epoch", checkpoint.epoch());
        ObjectNode integers = object.putObject("integers");
        checkpoint.integers().forEach(integers::put);
        Json.putNumbers(object, "numbers", checkpoint.numbers());
        ArrayNode arrays = object.putArray("arrays");
        checkpoint.arrays().forEach((name, array) -> {
            ObjectNode entry = arrays.addObject();
            entry.put("name", name);
            ArrayNode shape = entry.putArray("shape");
            Arrays.stream(array.shape()).forEach(shape::add);
        });
        return object;
    }

    private static Checkpoint assemble(ArrayZip.Content content, Path file) {
        byte[] text = content.documents().get(DOCUMENT);
        if (text == null) {
            throw new CorruptFileException(file, "", "has no " + DOCUMENT);
        }
        Fields document = Json.parse(text, file, DOCUMENT);
        if (!document.text("format").equals(FORMAT)) {
            throw document.wrong("format", "'" + FORMAT + "' is expected");
        }
        checkVersion(document.integer("version"), file);
        Map<String, Array> arrays = arrays(document, content.arrays(), file);
        try {
            return new Checkpoint(
                    document.integer("step"),
                    document.smallInteger("epoch"),
                    arrays,
                    document.integers("integers"),
                    document.numbers("numbers"));
        } catch (IllegalArgumentException e) {
            throw new CorruptFileException(file, "", String.valueOf(e.getMessage()), e);
        }
    }

    private static void checkVersion(long version, Path file) {
        if (version > VERSION) {
            throw new TooNewException(file, version, VERSION);
        }
        if (version < VERSION) {
            throw new TooOldException(file, version, VERSION);
        }
    }

    private static Map<String, Array> arrays(Fields document, Map<String, Array> found, Path file) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (Fields entry : document.objects("arrays")) {
            String name = entry.text("name");
            Array array = found.get(name);
            long[] shape = entry.integerList("shape").stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            if (array == null || !Arrays.equals(array.shape(), shape) || arrays.put(name, array) != null) {
                throw new CorruptFileException(
                        file,
                        DOCUMENT,
                        "array '" + name + "' of shape " + Arrays.toString(shape) + " is listed, found " + array);
            }
        }
        if (arrays.size() != found.size()) {
            throw new CorruptFileException(
                    file, DOCUMENT, "lists arrays " + arrays.keySet() + ", the file holds " + found.keySet());
        }
        return arrays;
    }
}
