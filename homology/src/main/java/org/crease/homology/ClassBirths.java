package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.diagram.PersistenceDiagram;

/** When the classes of one dimension were born, by number; dead ones are marked. */
final class ClassBirths {
    private float[] scales = new float[64]; // NaN once dead
    private int count;

    void add(float scale) {
        if (count == scales.length) {
            scales = Arrays.copyOf(scales, 2 * count);
        }
        scales[count++] = scale;
    }

    /** Marks a class as dead; the scale at which it was born. */
    float end(int dying) {
        float scale = scales[dying];
        scales[dying] = Float.NaN;
        return scale;
    }

    /** Adds an infinite bar for each class that lives. */
    void addLiving(PersistenceDiagram.Builder diagram) {
        for (int c = 0; c < count; c++) {
            if (!Float.isNaN(scales[c])) {
                diagram.add(scales[c], Double.POSITIVE_INFINITY);
            }
        }
    }
}
