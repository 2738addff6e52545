package org.crease.app.homology.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.AtomicFile;

/** A file to write diagrams to: npz with arrays {@code h0}, {@code h1}, .. or JSON, by its name. */
public final class OutputFile {
    private final Path file;
    private final boolean npz;

    /**
     * A file to be written later.
     *
     * @throws UserError when the name does not say what to write, or its folder is not there
     */
    public OutputFile(Path file) {
        this.file = file;
        String name = file.toString().toLowerCase(Locale.ROOT);
        npz = name.endsWith(".npz");
        if (!npz && !name.endsWith(".json")) {
            throw new UserError("--out is '" + file + "'; a name that ends in .npz or .json is expected");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UserError("--out is '" + file + "', but there is no folder " + folder);
        }
    }

    /** Writes all of it or nothing. */
    public void write(Diagrams diagrams, List<Addition> additions) throws IOException {
        if (!npz) {
            byte[] json = (JsonDocument.of(diagrams, additions) + "\n").getBytes(StandardCharsets.US_ASCII);
            AtomicFile.write(file, out -> out.write(json));
            return;
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            arrays.put("h" + diagram.dimension(), new Array(diagram.toArray(), diagram.size(), 2));
        }
        additions.forEach(addition -> arrays.putAll(addition.arrays()));
        Npz.write(file, arrays);
    }
}
