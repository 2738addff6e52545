package org.crease.trainer.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.storage.Digests;
import org.crease.runlog.storage.FormatException;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Table;

/**
 * Loads a user's NumPy arrays: inputs of shape (n), (n, features), (n, height, width) or (n, channels, height, width), and
 * labels of shape (n) or (n, 1). Numbers are taken as they are; whole labels are classes too.
 */
public final class Npz {
    private static final String KEY = "task.data.npz";

    private Npz() {}

    /**
     * Loads inputs and labels.
     *
     * @param base folder that the file is relative to
     * @throws DataException when the file is not such a file, or its arrays do not fit together
     */
    public static Source load(DataConfig.Npz config, Path base) {
        Path path = Csv.file(KEY, config.file(), base);
        Map<String, Array> arrays = arrays(path);
        Array inputs = array(arrays, config.inputs(), "inputs", path);
        Array labels = array(arrays, config.labels(), "labels", path);
        long[] shape = inputShape(inputs, config.inputs(), path);
        long rows = inputs.shape()[0];
        boolean column = labels.shape().length == 2 && labels.shape()[1] == 1;
        if ((labels.shape().length != 1 && !column) || labels.shape()[0] != rows) {
            throw new DataException("%s: labels '%s' have shape %s, expected [%d], one for each input"
                    .formatted(path, config.labels(), Arrays.toString(labels.shape()), rows));
        }
        int width = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
        Table table = new Table(numbers(inputs, config.inputs(), path), width);
        Labels read = Labels.of(numbers(labels, config.labels(), path));
        String name = String.valueOf(path.getFileName());
        return new Source(
                name,
                KEY,
                shape,
                new Samples(table, read.classes(), read.values(), null),
                null,
                read.names(),
                "has labels that are not whole numbers",
                false,
                null,
                Map.of(name, checksum(path)),
                List.of());
    }

    private static Map<String, Array> arrays(Path path) {
        try {
            return org.crease.runlog.npy.Npz.read(path);
        } catch (FormatException | UncheckedIOException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String checksum(Path path) {
        try {
            return Digests.sha256(path);
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Array array(Map<String, Array> arrays, String name, String setting, Path path) {
        Array array = arrays.get(name);
        if (array == null) {
            throw new DataException("%s.%s: no array '%s' in %s, which has %s"
                    .formatted(KEY, setting, name, path, String.join(", ", arrays.keySet())));
        }
        return array;
    }

    private static long[] inputShape(Array inputs, String name, Path path) {
        long[] shape = inputs.shape();
        boolean empty = Arrays.stream(shape).anyMatch(extent -> extent < 1);
        if (shape.length < 1 || shape.length > 4 || empty) {
            throw new DataException(
                    "%s: inputs '%s' have shape %s, expected (n), (n, features), (n, height, width) or (n, channels, height, width), none of them 0"
                            .formatted(path, name, Arrays.toString(shape)));
        }
        return switch (shape.length) {
            case 1 -> new long[] {1};
            case 3 -> new long[] {1, shape[1], shape[2]};
            default -> Arrays.copyOfRange(shape, 1, shape.length);
        };
    }

    private static double[] numbers(Array array, String name, Path path) {
        Object data = array.data();
        double[] numbers = new double[java.lang.reflect.Array.getLength(data)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ((Number) java.lang.reflect.Array.get(data, i)).doubleValue();
            if (!Double.isFinite(numbers[i])) {
                throw new DataException(
                        "%s: element %d of '%s' is %s, expected a finite number".formatted(path, i, name, numbers[i]));
            }
        }
        return numbers;
    }
}
