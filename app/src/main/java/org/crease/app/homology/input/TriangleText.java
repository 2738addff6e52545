package org.crease.app.homology.input;

import java.io.IOException;
import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;

/** The entries below the diagonal of a distance matrix, or above it: a row a line, or all in one line. */
final class TriangleText implements TextReader {
    static final TriangleText LOWER = new TriangleText(false);
    static final TriangleText UPPER = new TriangleText(true);

    private final boolean upper;

    private TriangleText(boolean upper) {
        this.upper = upper;
    }

    @Override
    public Input read(TextNumbers numbers) throws IOException {
        Floats entries = new Floats();
        long first = 0;
        long rows = 0;
        while (numbers.nextLine()) {
            long length = row(numbers, entries);
            rows++;
            first = rows == 1 ? length : first;
            if (rows > 1 && length != length(rows, first)) {
                throw wrongRow(numbers, rows, length, first);
            }
        }
        if (rows == 0) {
            throw numbers.wrongText(Entries.NONE);
        }
        if (upper && rows > 1 && rows < first) {
            throw numbers.wrongText("ends after " + rows + " rows of an upper triangle of " + first
                    + ", the last of which has 1 entry");
        }
        return new Input.Distances(matrix(numbers, entries));
    }

    private static long row(TextNumbers numbers, Floats entries) throws IOException {
        long before = entries.size();
        while (numbers.next()) {
            entries.add(Entries.distance(numbers));
        }
        return entries.size() - before;
    }

    private long length(long row, long first) {
        return upper ? first + 1 - row : row;
    }

    private UserError wrongRow(TextNumbers numbers, long row, long length, long first) {
        if (!upper && first != 1) {
            return numbers.wrongLine(
                    "another line; a lower triangle has rows of 1, 2, 3, .. entries or stands in one line, and the first has "
                            + first + " entries");
        }
        return numbers.wrongLine("row " + row + " has " + length + " entries; in " + (upper ? "an upper" : "a lower")
                + " triangle" + (upper ? " whose first row has " + first : "") + " it has "
                + Math.max(0, length(row, first)));
    }

    private DistanceMatrix matrix(TextNumbers numbers, Floats entries) {
        int size = Entries.points(numbers.name(), entries.size());
        return upper ? Entries.ofUpper(entries.toArray(), size) : DistanceMatrix.over(entries.toArray());
    }
}
