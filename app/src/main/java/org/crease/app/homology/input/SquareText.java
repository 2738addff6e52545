package org.crease.app.homology.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crease.homology.metric.DistanceMatrix;

/**
 * All of a distance matrix, a row a line. Keeps the entries above the diagonal, and holds those below against them as they come; or,
 * where the user wants no more, keeps those below alone.
 */
final class SquareText {
    private final TextNumbers numbers;
    private final boolean lowerHalf;
    private final List<float[]> kept = new ArrayList<>(); // of each row the part on one side of the diagonal
    private int size;

    private SquareText(TextNumbers numbers, boolean lowerHalf) {
        this.numbers = numbers;
        this.lowerHalf = lowerHalf;
    }

    /**
     * A reader of such matrices.
     *
     * @param lowerHalf what stands on the diagonal and above does not matter
     */
    static TextReader reader(boolean lowerHalf) {
        return numbers -> new Input.Distances(new SquareText(numbers, lowerHalf).matrix());
    }

    private DistanceMatrix matrix() throws IOException {
        if (!numbers.nextLine()) {
            throw numbers.wrongText(Entries.NONE);
        }
        firstRow();
        for (int row = 1; numbers.nextLine(); row++) {
            if (row == size) {
                throw numbers.wrongLine(
                        "another row; the first has " + size + " entries, so there are " + size + " rows");
            }
            row(row);
        }
        if (kept.size() < size) {
            throw numbers.wrongText("ends after " + kept.size() + " rows; the first has " + size
                    + " entries, and a distance matrix is square");
        }
        return assembled();
    }

    private void firstRow() throws IOException {
        Floats above = new Floats();
        for (int column = 0; numbers.next(); column++) {
            if (lowerHalf) {
                above.add(0);
            } else if (column == 0) {
                requireZero(0);
            } else {
                above.add(Entries.distance(numbers));
            }
        }
        float[] row = above.toArray();
        size = lowerHalf ? row.length : row.length + 1;
        if (size > DistanceMatrix.MAXIMAL_SIZE) {
            throw numbers.wrongLine(
                    size + " entries in the first row; the most is " + DistanceMatrix.MAXIMAL_SIZE + " points");
        }
        kept.add(lowerHalf ? new float[0] : row);
    }

    private void row(int row) throws IOException {
        float[] part = new float[lowerHalf ? row : size - 1 - row];
        int column = 0;
        for (; column < size && numbers.next(); column++) {
            if (column < row) {
                below(row, column, part);
            } else if (!lowerHalf && column == row) {
                requireZero(row);
            } else if (!lowerHalf) {
                part[column - row - 1] = Entries.distance(numbers);
            }
        }
        int length = column + numbers.countRest();
        if (length != size) {
            throw numbers.wrongLine("row " + row + " of the distance matrix, counted from 0, has " + length
                    + " entries, the first has " + size);
        }
        kept.add(part);
    }

    private void below(int row, int column, float[] part) {
        float distance = Entries.distance(numbers);
        if (lowerHalf) {
            part[column] = distance;
            return;
        }
        float above = kept.get(column)[row - column - 1];
        if (above != distance) {
            throw numbers.wrong("distance (" + row + ", " + column + ") is " + distance + " but (" + column + ", " + row
                    + ") is " + above
                    + "; the matrix must be symmetric (--lower-half reads what is below the diagonal alone)");
        }
    }

    private void requireZero(int point) {
        if (numbers.value() != 0) {
            throw numbers.wrong(
                    "distance of point " + point + " to itself is " + numbers.value() + "; the diagonal must be zero");
        }
    }

    private DistanceMatrix assembled() {
        float[] lower = new float[(int) ((long) size * (size - 1) / 2)];
        int next = 0;
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                lower[next++] = lowerHalf ? kept.get(i)[j] : kept.get(j)[i - j - 1];
            }
        }
        return DistanceMatrix.over(lower);
    }
}
