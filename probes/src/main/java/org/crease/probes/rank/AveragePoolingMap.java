package org.crease.probes.rank;

import java.util.Arrays;
import java.util.List;
import org.crease.probes.snapshot.LayerMap.Window;

/** The mean over each window of the positions inside the image. */
final class AveragePoolingMap implements LinearMap {
    private final int[] image;
    private final Window window;

    /**
     * An average pooling.
     *
     * @param image channels, height, width of the input
     */
    AveragePoolingMap(int[] image, Window window) {
        this.image = image.clone();
        this.window = window;
    }

    @Override
    public Jacobian apply(List<Jacobian> sources, int[] wanted) {
        Jacobian source = sources.get(0);
        int positions = window.output()[0] * window.output()[1];
        int[] rowOfUnit = source.rowOfUnit();
        Matrix means = new Matrix(wanted.length, source.columns());
        for (int i = 0; i < wanted.length; i++) {
            int channel = wanted[i] / positions;
            int[] inside = Arrays.stream(window.under(wanted[i] % positions, image[1], image[2]))
                    .filter(pixel -> pixel >= 0)
                    .toArray();
            for (int pixel : inside) {
                int row = rowOfUnit[channel * image[1] * image[2] + pixel];
                if (row >= 0) {
                    means.addRow(i, 1.0 / inside.length, source.rows(), row);
                }
            }
        }
        return new Jacobian(image[0] * positions, wanted, means);
    }
}
