package org.crease.app.diagram;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.CorruptFileException;

/** The arrays {@code h0}, {@code h1}, ... of an npz file, each of shape (bars, 2) in float32 or float64; others are passed over. */
final class NpzDiagrams {
    private static final Pattern NAME = Pattern.compile("h(\\d{1,4})");

    private NpzDiagrams() {}

    static SortedMap<Integer, PersistenceDiagram> read(Path file) {
        SortedMap<Integer, PersistenceDiagram> diagrams = new TreeMap<>();
        try {
            for (Map.Entry<String, Array> array : Npz.read(file).entrySet()) {
                Matcher name = NAME.matcher(array.getKey());
                if (name.matches()) {
                    int dimension = Integer.parseInt(name.group(1));
                    diagrams.put(dimension, diagram(file, dimension, array.getValue()));
                }
            }
        } catch (CorruptFileException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
        return diagrams;
    }

    private static PersistenceDiagram diagram(Path file, int dimension, Array array) {
        String place = file + ": array h" + dimension;
        long[] shape = array.shape();
        if (shape.length != 2 || shape[1] != 2) {
            throw new UserError(place + " has the shape " + Arrays.toString(shape) + "; expected [bars, 2]");
        }
        double[] rows = doubles(place, array);
        Bars bars = new Bars(dimension);
        for (int k = 0; k < rows.length; k += 2) {
            bars.add(place + ", row " + k / 2, rows[k], rows[k + 1]);
        }
        return bars.diagram();
    }

    private static double[] doubles(String place, Array array) {
        if (array.data() instanceof double[] values) {
            return values;
        }
        if (array.data() instanceof float[] values) {
            return IntStream.range(0, values.length).mapToDouble(k -> values[k]).toArray();
        }
        throw new UserError(
                place + " holds " + array.data().getClass().getComponentType() + "s; expected float32 or float64");
    }
}
