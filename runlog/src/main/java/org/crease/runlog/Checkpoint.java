package org.crease.runlog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.crease.probes.Array;

/**
 * The whole training state at a step, as plain numbers.
 *
 * @param step number of parameter updates done
 * @param epoch whole passes over the training data done
 * @param arrays by name (letters, digits, {@code _ - .}; at most 100); {@code parameters}, a {@code float[]}, is required
 * @param integers further state by name, exact
 * @param numbers further state by name, exact
 */
public record Checkpoint(
        long step, int epoch, Map<String, Array> arrays, Map<String, Long> integers, Map<String, Double> numbers) {
    /** The array that every checkpoint has. */
    public static final String PARAMETERS = "parameters";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    public Checkpoint {
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        integers = Collections.unmodifiableMap(new LinkedHashMap<>(integers));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        if (step < 0 || epoch < 0) {
            throw new IllegalArgumentException("checkpoint at step " + step + ", epoch " + epoch + ": below 0");
        }
        Array parameters = arrays.get(PARAMETERS);
        if (parameters == null || !(parameters.data() instanceof float[])) {
            throw new IllegalArgumentException("checkpoint needs an array 'parameters' of float[], has " + arrays);
        }
        for (String name : arrays.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("array name '" + name + "' does not match " + NAME);
            }
        }
    }

    /** The parameters in layer order. */
    public Array parameters() {
        return Objects.requireNonNull(arrays.get(PARAMETERS));
    }
}
