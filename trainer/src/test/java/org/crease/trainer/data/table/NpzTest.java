package org.crease.trainer.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    private static final Array TWO_LABELS = new Array(new long[] {5, 3}, 2);

    @TempDir
    Path folder;

    @Test
    void arraysOfEachShapeAreRead() {
        Source images = load(new Array(new float[24], 2, 3, 2, 2), TWO_LABELS);
        assertThat(images.shape()).containsExactly(3, 2, 2);
        assertThat(images.train().classes()).containsExactly(1, 0);
        assertThat(images.classNames()).containsExactly("3", "5");
        assertThat(load(new Array(new int[12], 2, 3, 2), TWO_LABELS).shape()).containsExactly(1, 3, 2);
        assertThat(load(new Array(new double[] {1, 2}, 2), new Array(new float[] {0.5f, 1}, 2, 1))
                        .train()
                        .values())
                .containsExactly(0.5, 1);
    }

    @Test
    void d4_arraysThatDoNotFitAreRefused() {
        assertRefused(new Array(new float[6], 3, 2), TWO_LABELS, "labels 'y' have shape [2], expected [3]");
        assertRefused(new Array(new float[0], 0, 2), new Array(new int[0], 0), "inputs 'x' have shape [0, 2]");
        assertRefused(new Array(new float[2], 2, 1, 1, 1, 1), TWO_LABELS, "have shape [2, 1, 1, 1, 1]");
    }

    @Test
    void d2_nanIsRefused() {
        assertRefused(new Array(new float[] {0, Float.NaN}, 2), TWO_LABELS, "element 1 of 'x' is NaN");
    }

    @Test
    void aMissingArrayAndABrokenFileAreRefused() throws IOException {
        assertThatThrownBy(() -> {
                    org.crease.runlog.npy.Npz.write(folder.resolve("b.npz"), Map.of("x", TWO_LABELS));
                    Npz.load(new DataConfig.Npz("b.npz", "x", "y"), folder);
                })
                .hasMessageContaining("task.data.npz.labels: no array 'y'");
        Files.writeString(folder.resolve("c.npz"), "not a zip");
        assertThatThrownBy(() -> Npz.load(new DataConfig.Npz("c.npz", "x", "y"), folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("c.npz");
    }

    private Source load(Array inputs, Array labels) {
        org.crease.runlog.npy.Npz.write(folder.resolve("a.npz"), Map.of("x", inputs, "y", labels));
        return Npz.load(new DataConfig.Npz("a.npz", "x", "y"), folder);
    }

    private void assertRefused(Array inputs, Array labels, String message) {
        assertThatThrownBy(() -> load(inputs, labels))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }
}
