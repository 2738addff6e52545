package org.crease.app.homology.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.command.UserError;
import org.jspecify.annotations.Nullable;

/**
 * A file, or the standard input, that holds points or distances.
 *
 * @param place its path, or {@code -} for the standard input
 * @param format what it holds; null where it is for us to see
 * @param lowerHalf of a full distance matrix, what stands on the diagonal and above does not matter
 */
public record InputFile(String place, @Nullable Format format, boolean lowerHalf) {
    private static final String STANDARD_INPUT = "-";
    private static final int HEAD = 1 << 20;

    /**
     * Reads all of it.
     *
     * @throws UserError when it is not what it should be, saying what, where, and what is expected
     */
    public Input read() throws IOException {
        requireFile();
        if (format == Format.NPY_POINTS
                || format == Format.NPY_DISTANCE
                || (format == null && place.endsWith(".npy"))) {
            return numpy();
        }
        try (InputStream in = open()) {
            Format known = format == null ? FormatGuess.byName(place) : format;
            if (known != null) {
                return read(known, in);
            }
            byte[] head = in.readNBytes(HEAD);
            Format guess = FormatGuess.byContent(name(), head, head.length, head.length < HEAD);
            return guessed(guess, new SequenceInputStream(new ByteArrayInputStream(head), in));
        }
    }

    /** The name for the user. */
    public String name() {
        return place.equals(STANDARD_INPUT) ? "standard input" : place;
    }

    void requireFile() {
        if (!place.equals(STANDARD_INPUT) && !Files.exists(Path.of(place))) {
            throw new UserError("no such file: " + place);
        } else if (!place.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(place))) {
            throw new UserError(place + " is a folder; a file of points or distances is expected");
        }
    }

    InputStream open() throws IOException {
        return place.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(place));
    }

    private Input guessed(Format guess, InputStream in) throws IOException {
        try {
            return read(guess, in);
        } catch (UserError e) {
            throw taken(guess, e);
        }
    }

    private Input guessed(NumpyArray array) {
        try {
            return array.distances(lowerHalf);
        } catch (UserError e) {
            throw taken(Format.NPY_DISTANCE, e);
        }
    }

    private static UserError taken(Format guess, UserError wrong) {
        return new UserError(wrong.getMessage() + " (taken for " + guess + "; --format says otherwise)", wrong);
    }

    private Input read(Format known, InputStream in) throws IOException {
        if (known == Format.BINARY) {
            return BinaryTriangle.read(name(), in);
        }
        TextReader reader = switch (known) {
            case LOWER_DISTANCE -> TriangleText.LOWER;
            case UPPER_DISTANCE -> TriangleText.UPPER;
            case DISTANCE -> SquareText.reader(lowerHalf);
            case POINT_CLOUD -> PointText::read;
            case SPARSE -> SparseText::read;
            default -> throw new IllegalStateException("no text: " + known);
        };
        return reader.read(new TextNumbers(name(), in));
    }

    Path numpyPath() {
        if (place.equals(STANDARD_INPUT)) {
            throw new UserError("a NumPy array is read from a file, not from the standard input");
        }
        return Path.of(place);
    }

    private Input numpy() {
        NumpyArray array = NumpyArray.read(numpyPath());
        if (format == Format.NPY_POINTS || (format == null && !array.isSquare())) {
            return array.points();
        }
        return format == null ? guessed(array) : array.distances(lowerHalf);
    }
}
