package org.crease.app.homology.input;

import java.io.IOException;
import org.crease.homology.metric.PointCloud;

/** Points, the coordinates of one a line. */
final class PointText {
    private PointText() {}

    static Input read(TextNumbers numbers) throws IOException {
        Floats coordinates = new Floats();
        int size = 0;
        long dimension = 0;
        while (numbers.nextLine()) {
            long before = coordinates.size();
            while (numbers.next()) {
                coordinates.add(coordinate(numbers));
            }
            long length = coordinates.size() - before;
            dimension = size == 0 ? length : dimension;
            if (length != dimension) {
                throw numbers.wrongLine("point " + size + ", counted from 0, has " + length
                        + " coordinates, the first has " + dimension + "; all must have equally many");
            }
            size++;
        }
        if (size == 0) {
            throw numbers.wrongText("is empty; points are expected, the coordinates of one a line");
        }
        return new Input.Points(PointCloud.of(coordinates.toArray(), size, (int) dimension));
    }

    private static float coordinate(TextNumbers numbers) {
        float value = numbers.value();
        if (!Float.isFinite(value)) {
            throw numbers.wrong("coordinate is " + value + "; it must be finite");
        }
        return value;
    }
}
