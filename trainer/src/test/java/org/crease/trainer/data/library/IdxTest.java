package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Samples;
import org.junit.jupiter.api.Test;

class IdxTest {
    private static final byte[] IMAGES = Made.images(3, 2, 4);
    private static final byte[] LABELS = Made.labels(0, 9, 5);

    @Test
    void imagesAreReadInOrder() {
        Samples samples = read(IMAGES, LABELS);
        assertThat(samples.size()).isEqualTo(3);
        assertThat(samples.classes()).containsExactly(0, 9, 5);
        assertThat(samples.values()).containsExactly(0, 9, 5);
        double[] row = new double[8];
        samples.inputs().copy(2, row);
        assertThat(row[0]).isEqualTo(16 / 255.0);
        assertThat(row[7]).isEqualTo(23 / 255.0);
    }

    @Test
    void d1_wrongMagicIsRefused() {
        assertRefused(
                () -> read(with(IMAGES, 0, 0x802), LABELS), "images: magic number 0x802 at offset 0, expected 0x803");
        assertRefused(() -> read(IMAGES, with(LABELS, 0, 0x1f8b0800)), "labels: magic number 0x1f8b0800");
    }

    @Test
    void d1_countThatDisagreesWithTheSizeIsRefused() {
        assertRefused(
                () -> read(with(IMAGES, 4, 4), LABELS), "images: 40 bytes, expected 48 for the count 4 at offset 4");
        assertRefused(() -> read(with(IMAGES, 4, Integer.MAX_VALUE), LABELS), "expected 17179869192");
        assertRefused(() -> read(with(IMAGES, 4, -1), LABELS), "count -1 at offset 4");
        assertRefused(() -> read(with(IMAGES, 4, 0), LABELS), "count 0 at offset 4");
        assertRefused(() -> read(IMAGES, with(LABELS, 4, 2)), "labels: 11 bytes, expected 10");
    }

    @Test
    void d1_shortAndLongFilesAreRefusedAtEveryLength() {
        for (int length = 0; length < IMAGES.length + 3; length++) {
            if (length != IMAGES.length) {
                byte[] cut = Arrays.copyOf(IMAGES, length);
                assertThatThrownBy(() -> read(cut, LABELS)).isInstanceOf(DataException.class);
            }
        }
        for (int length = 0; length < LABELS.length + 3; length++) {
            if (length != LABELS.length) {
                byte[] cut = Arrays.copyOf(LABELS, length);
                assertThatThrownBy(() -> read(IMAGES, cut)).isInstanceOf(DataException.class);
            }
        }
    }

    @Test
    void d1_imagesOfAnotherSizeAreRefused() {
        assertRefused(() -> read(Made.images(3, 4, 2), LABELS), "images of 4 by 2 at offset 8, expected 2 by 4");
    }

    @Test
    void d1_label10IsRefused() {
        assertRefused(() -> read(IMAGES, Made.labels(0, 10, 5)), "labels: label 10 at offset 9, expected 0 to 9");
        assertRefused(() -> read(IMAGES, Made.labels(0, 9, 255)), "label 255 at offset 10");
    }

    @Test
    void d1_swappedFilesAreRefused() {
        assertRefused(() -> read(LABELS, IMAGES), "images: 11 bytes, too short");
        assertRefused(
                () -> read(Made.labels(new int[60]), IMAGES),
                "images: magic number 0x801 (labels) at offset 0, expected 0x803 (images)");
    }

    @Test
    void d1_differentNumbersOfImagesAndLabelsAreRefused() {
        assertRefused(
                () -> read(IMAGES, Made.labels(1, 2)), "labels: 2 labels, expected 3, one for each image of images");
    }

    @Test
    void d1_recordsThatAreNotWholeOrMislabelledAreRefused() {
        assertRefused(
                () -> CifarRecords.read(List.of(new Idx.Content("batch", new byte[9])), 4, 2),
                "batch: 9 bytes, expected whole records of 5");
        assertRefused(
                () -> CifarRecords.read(
                        List.of(new Idx.Content("batch", new byte[] {0, 1, 1, 1, 1, 2, 0, 0, 0, 0})), 4, 2),
                "batch: label 2 at offset 5, expected 0 to 1");
    }

    private static Samples read(byte[] images, byte[] labels) {
        return Idx.read(new Idx.Content("images", images), new Idx.Content("labels", labels), 2, 4, 10);
    }

    private static byte[] with(byte[] content, int offset, int value) {
        byte[] copy = content.clone();
        ByteBuffer.wrap(copy).putInt(offset, value);
        return copy;
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(DataException.class).hasMessageContaining(message);
    }
}
