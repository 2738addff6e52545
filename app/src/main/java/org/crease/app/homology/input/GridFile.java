package org.crease.app.homology.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.crease.app.command.UserError;
import org.crease.probes.Array;

/**
 * A file, or the standard input, that holds an array: NumPy's {@code .npy}, of one to three axes, or text, a row a line.
 *
 * @param file whose content is no matter of formats
 */
public record GridFile(InputFile file) {
    private static final byte[] NUMPY = "\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MOST_AXES = 3;

    /**
     * Reads all of it.
     *
     * @throws UserError when it is not what it should be, saying what, where, and what is expected
     */
    public Grid read() throws IOException {
        file.requireFile();
        try (InputStream in = new BufferedInputStream(file.open())) {
            in.mark(NUMPY.length);
            boolean numpy = Arrays.equals(in.readNBytes(NUMPY.length), NUMPY);
            in.reset();
            return numpy ? numpy() : text(new TextNumbers(file.name(), in));
        }
    }

    private Grid numpy() {
        Array array = NumpyArray.array(file.numpyPath());
        long[] shape = array.shape();
        if (shape.length < 1 || shape.length > MOST_AXES || Arrays.stream(shape).anyMatch(extent -> extent < 1)) {
            throw new UserError(file.name() + ": an array of shape " + Arrays.toString(shape)
                    + "; 1 to 3 axes are expected, none of length 0");
        }
        double[] values = doubles(array.data());
        int[] lengths = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
        for (int k = 0; k < values.length; k++) {
            if (!isEntry(values[k])) {
                throw new UserError(file.name() + ": entry " + Arrays.toString(place(k, lengths)) + wrong(values[k]));
            }
        }
        return new Grid(values, lengths);
    }

    private static double[] doubles(Object data) {
        if (data instanceof double[] values) {
            return values;
        }
        double[] values = new double[java.lang.reflect.Array.getLength(data)];
        Arrays.setAll(values, k -> java.lang.reflect.Array.getDouble(data, k));
        return values;
    }

    private static int[] place(int entry, int[] shape) {
        int[] place = new int[shape.length];
        int rest = entry;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            place[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return place;
    }

    private static Grid text(TextNumbers numbers) throws IOException {
        Floats entries = new Floats();
        int rows = 0;
        long columns = 0;
        while (numbers.nextLine()) {
            long before = entries.size();
            while (numbers.next()) {
                if (!isEntry(numbers.value())) {
                    throw numbers.wrong("entry" + wrong(numbers.value()));
                }
                entries.add(numbers.value());
            }
            long length = entries.size() - before;
            columns = rows == 0 ? length : columns;
            if (length != columns) {
                throw numbers.wrongLine("row " + rows + ", counted from 0, has " + length + " entries, the first has "
                        + columns + "; all must have equally many");
            }
            rows++;
        }
        if (rows == 0) {
            throw numbers.wrongText("is empty; an array is expected, a row a line");
        }
        boolean line = rows == 1 || columns == 1;
        double[] values = doubles(entries.toArray());
        return new Grid(values, line ? new int[] {values.length} : new int[] {rows, (int) columns});
    }

    private static boolean isEntry(double value) {
        return value > Double.NEGATIVE_INFINITY;
    }

    private static String wrong(double value) {
        return " is " + value + "; it must be finite, or inf for one that never enters";
    }
}
