package org.crease.runlog;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.CorruptFileException;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code probe-set.npz}. */
final class ProbeSetFile {
    static final String NAME = "probe-set.npz";

    private static final int LARGEST_FILE = 1 << 28;
    private static final String ID = "id";
    private static final String INPUT = "input";
    private static final String CLASS = "class";
    private static final String TARGET = "target";

    private ProbeSetFile() {}

    static void write(Path root, RecordedProbeSet set) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put(ID, set.ids());
        put(arrays, INPUT, set.inputs());
        put(arrays, CLASS, set.classes());
        put(arrays, TARGET, set.targets());
        Npz.write(root.resolve(NAME), arrays);
    }

    private static void put(Map<String, Array> arrays, String name, @Nullable Array array) {
        if (array != null) {
            arrays.put(name, array);
        }
    }

    static boolean exists(Path root) {
        return Files.exists(root.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    static Optional<byte[]> bytes(Path root) {
        return exists(root) ? Optional.of(Confined.read(root, root.resolve(NAME), LARGEST_FILE)) : Optional.empty();
    }

    static Optional<RecordedProbeSet> read(Path root) {
        Path file = root.resolve(NAME);
        if (!exists(root)) {
            return Optional.empty();
        }
        Map<String, Array> arrays = Npz.read(root, file);
        Array ids = arrays.get(ID);
        if (ids == null) {
            throw new CorruptFileException(file, "", "'" + ID + "' is missing");
        }
        try {
            return Optional.of(new RecordedProbeSet(ids, arrays.get(INPUT), arrays.get(CLASS), arrays.get(TARGET)));
        } catch (IllegalArgumentException e) {
            throw new CorruptFileException(file, "", String.valueOf(e.getMessage()), e);
        }
    }
}
