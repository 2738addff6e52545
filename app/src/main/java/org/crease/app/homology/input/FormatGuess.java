package org.crease.app.homology.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crease.app.command.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Tells the format of a file whose user did not, from the end of its name or else from its first lines. Refuses to choose
 * where two would do: a wrong guess would be a wrong result.
 */
final class FormatGuess {
    private static final int MOST_ROWS = 16;
    private static final int TRIPLET = 3;
    private static final int SMALL = 3; // numbers that may well be zero by chance

    private final List<float[]> rows;

    private FormatGuess(List<float[]> rows) {
        this.rows = rows;
    }

    /** By the end of the name, such as {@code .f32} or {@code .lower.txt}; null where it says nothing. */
    static @Nullable Format byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isText =
                lower.endsWith(".txt") || lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".dat");
        String plain = isText ? lower.substring(0, lower.length() - ".txt".length()) : lower;
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "f32", "bin", "binary" -> Format.BINARY;
            case "lower", "lower_distance_matrix", "lower_triangular_distance_matrix" -> Format.LOWER_DISTANCE;
            case "upper", "upper_distance_matrix", "upper_triangular_distance_matrix" -> Format.UPPER_DISTANCE;
            case "distance_matrix" -> Format.DISTANCE;
            case "pts", "points", "point_cloud" -> Format.POINT_CLOUD;
            case "sparse", "coo" -> Format.SPARSE;
            default -> null;
        };
    }

    /**
     * By the first lines of a text.
     *
     * @param head how it begins
     * @param length bytes of the head
     * @param whole whether that is all of it
     */
    static Format byContent(String name, byte[] head, int length, boolean whole) throws IOException {
        int end = length;
        while (!whole && end > 0 && head[end - 1] != '\n') {
            end--; // the last line may go on
        }
        TextNumbers numbers = new TextNumbers(name, new ByteArrayInputStream(head, 0, end));
        List<float[]> rows = new ArrayList<>();
        while (rows.size() < MOST_ROWS && numbers.nextLine()) {
            Floats row = new Floats();
            while (numbers.next()) {
                row.add(numbers.value());
            }
            rows.add(row.toArray());
        }
        if (rows.isEmpty() && whole) {
            throw numbers.wrongText("is empty; points or distances are expected");
        }
        return new FormatGuess(rows).format(numbers);
    }

    private Format format(TextNumbers numbers) {
        if (rows.size() < 2) {
            throw unclear(numbers, "has one line, or a very long one");
        }
        int first = rows.get(0).length;
        if (lengthsAre(k -> k + 1)) {
            return Format.LOWER_DISTANCE;
        } else if (lengthsAre(k -> first - k)) {
            return Format.UPPER_DISTANCE;
        } else if (!lengthsAre(k -> first)) {
            String lengths = rows.stream().map(row -> "" + row.length).collect(Collectors.joining(", "));
            throw unclear(
                    numbers,
                    "begins with lines of " + lengths + " numbers, like no matrix, triangle or cloud of points");
        }
        return even(numbers, first);
    }

    /** Of rows that have equally many numbers. */
    private Format even(TextNumbers numbers, int columns) {
        int corner = Math.min(rows.size(), columns);
        if (corner > 1 && hasZeroDiagonal(corner)) {
            if (isSymmetric(corner)) {
                return Format.DISTANCE;
            } else if (corner > SMALL) {
                throw unclear(numbers, "could be points, or a distance matrix that is not symmetric");
            }
        }
        if (columns == TRIPLET && rows.stream().allMatch(FormatGuess::likePair)) {
            throw unclear(numbers, "could be points in space, or pairs with their distances (sparse)");
        }
        return Format.POINT_CLOUD;
    }

    private boolean lengthsAre(IntUnaryOperator expected) {
        return IntStream.range(0, rows.size()).allMatch(k -> rows.get(k).length == expected.applyAsInt(k));
    }

    private boolean hasZeroDiagonal(int corner) {
        return IntStream.range(0, corner).allMatch(k -> rows.get(k)[k] == 0);
    }

    private boolean isSymmetric(int corner) {
        for (int i = 0; i < corner; i++) {
            for (int j = 0; j < i; j++) {
                if (rows.get(i)[j] != rows.get(j)[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean likePair(float[] row) {
        return IntStream.range(0, 2).allMatch(k -> row[k] >= 0 && row[k] == (int) row[k]) && row[2] >= 0;
    }

    private static UserError unclear(TextNumbers numbers, String what) {
        return numbers.wrongText(what + "; say what it is with --format, one of "
                + Arrays.stream(Format.values()).map(Format::toString).collect(Collectors.joining(", ")));
    }
}
