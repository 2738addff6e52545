package org.crease.app.diagram;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Reads the diagrams of a file: NumPy's {@code .npz} with arrays {@code h0}, {@code h1}, ... (what a run records), JSON as
 * {@code crease homology} writes it, or text as Ripser prints it. What it is follows from how it begins.
 */
final class DiagramFile {
    private static final long LARGEST_TEXT = 1L << 30;

    private DiagramFile() {}

    /**
     * The diagrams by dimension; at least one.
     *
     * @throws UserError when there are none, or the file is not like that, saying where
     */
    static SortedMap<Integer, PersistenceDiagram> read(Path file) throws IOException {
        SortedMap<Integer, PersistenceDiagram> diagrams = isZip(file) ? NpzDiagrams.read(file) : readText(file);
        if (diagrams.isEmpty()) {
            throw new UserError(file + ": no persistence diagram in it; expected npz with arrays h0, h1, ..,"
                    + " JSON with \"diagrams\", or text as Ripser prints it");
        }
        return diagrams;
    }

    private static SortedMap<Integer, PersistenceDiagram> readText(Path file) throws IOException {
        if (Files.size(file) > LARGEST_TEXT) {
            throw new UserError(
                    file + ": " + Files.size(file) + " bytes of text; at most " + LARGEST_TEXT + " are read");
        }
        String text = text(file);
        return text.stripLeading().startsWith("{") ? JsonDiagrams.parse(file, text) : RipserText.parse(file, text);
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new UserError(file + ": neither npz nor text in UTF-8", e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
        }
    }
}
