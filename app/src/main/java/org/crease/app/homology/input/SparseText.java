package org.crease.app.homology.input;

import java.io.IOException;
import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.SparseDistances;

/** Distances of some pairs: two points, counted from 0, and their distance a line. The largest number says how many points there are. */
final class SparseText {
    private static final int ENTRIES = 3;

    private SparseText() {}

    static Input read(TextNumbers numbers) throws IOException {
        Floats triplets = new Floats();
        int size = 0;
        while (numbers.nextLine()) {
            for (int k = 0; k < ENTRIES; k++) {
                if (!numbers.next()) {
                    throw numbers.wrongLine("has " + k + " numbers" + EXPECTED);
                }
                float value = k < 2 ? point(numbers) : Entries.distance(numbers);
                size = k < 2 ? Math.max(size, (int) value + 1) : size;
                triplets.add(value);
            }
            int more = numbers.countRest();
            if (more > 0) {
                throw numbers.wrongLine("has " + (ENTRIES + more) + " numbers" + EXPECTED);
            }
        }
        if (size == 0) {
            throw numbers.wrongText("is empty; pairs of points are expected" + EXPECTED);
        }
        return new Input.Distances(distances(numbers.name(), size, triplets.toArray()));
    }

    private static final String EXPECTED = "; two points and their distance are expected";

    private static float point(TextNumbers numbers) {
        float value = numbers.value();
        if (!(value >= 0 && value < DistanceMatrix.MAXIMAL_SIZE && value == (int) value)) {
            throw numbers.wrong("point is " + value + "; a whole number from 0 to " + (DistanceMatrix.MAXIMAL_SIZE - 1)
                    + " is expected");
        }
        return value;
    }

    private static SparseDistances distances(String name, int size, float[] triplets) {
        SparseDistances.Builder pairs = new SparseDistances.Builder(size);
        try {
            for (int k = 0; k < triplets.length; k += ENTRIES) {
                pairs.add((int) triplets[k], (int) triplets[k + 1], triplets[k + 2]);
            }
            return pairs.build();
        } catch (IllegalArgumentException e) {
            throw new UserError(name + ": " + e.getMessage(), e);
        }
    }
}
