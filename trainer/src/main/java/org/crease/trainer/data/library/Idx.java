package org.crease.trainer.data.library;

import java.nio.ByteBuffer;
import java.util.List;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Pixels;
import org.crease.trainer.data.source.Samples;

/**
 * Reads MNIST's IDX format: a big-endian magic number (two zero bytes, 8 for unsigned bytes, the number of dimensions), the
 * size of each dimension, the bytes (LeCun, Cortes, Burges, The MNIST database). Every figure is held against the others
 * and against the length of the content; nothing is allocated by what a header claims.
 */
final class Idx {
    private static final int LABELS = 0x801;
    private static final int IMAGES = 0x803;
    private static final int LABELS_HEADER = 8;
    private static final int IMAGES_HEADER = 16;

    private Idx() {}

    /** The uncompressed content of a file, and its name for messages. */
    record Content(String file, byte[] bytes) {}

    /**
     * Images with their labels.
     *
     * @param height rows expected in an image
     * @param width columns expected in an image
     * @param classes number of classes; labels are from 0 to one less
     * @throws DataException when the files are not what they should be
     */
    static Samples read(Content images, Content labels, int height, int width, int classes) {
        int count = header(images, IMAGES, "images", IMAGES_HEADER);
        int labelled = header(labels, LABELS, "labels", LABELS_HEADER);
        int rows = ByteBuffer.wrap(images.bytes()).getInt(8);
        int columns = ByteBuffer.wrap(images.bytes()).getInt(12);
        if (rows != height || columns != width) {
            throw wrong(
                    images,
                    "images of %d by %d at offset 8, expected %d by %d".formatted(rows, columns, height, width));
        }
        checkSize(images, IMAGES_HEADER, count, (long) height * width);
        checkSize(labels, LABELS_HEADER, labelled, 1);
        if (count != labelled) {
            throw wrong(
                    labels,
                    "%d labels, expected %d, one for each image of %s".formatted(labelled, count, images.file()));
        }
        Pixels pixels = new Pixels(List.of(images.bytes()), IMAGES_HEADER, height * width, height * width);
        return Samples.ofClasses(pixels, classes(labels, classes));
    }

    private static int header(Content content, int magic, String kind, int length) {
        if (content.bytes().length < length) {
            throw wrong(
                    content,
                    "%d bytes, too short for the header of %d bytes".formatted(content.bytes().length, length));
        }
        int actual = ByteBuffer.wrap(content.bytes()).getInt(0);
        if (actual != magic) {
            String other = actual == LABELS ? " (labels)" : actual == IMAGES ? " (images)" : "";
            throw wrong(
                    content, "magic number %#x%s at offset 0, expected %#x (%s)".formatted(actual, other, magic, kind));
        }
        int count = ByteBuffer.wrap(content.bytes()).getInt(4);
        if (count < 1) {
            throw wrong(content, "count %d at offset 4, expected at least 1".formatted(count));
        }
        return count;
    }

    private static void checkSize(Content content, int header, int count, long each) {
        long expected = header + count * each;
        if (content.bytes().length != expected) {
            throw wrong(
                    content,
                    "%d bytes, expected %d for the count %d at offset 4"
                            .formatted(content.bytes().length, expected, count));
        }
    }

    private static int[] classes(Content labels, int classes) {
        int[] result = new int[labels.bytes().length - LABELS_HEADER];
        for (int i = 0; i < result.length; i++) {
            result[i] = Byte.toUnsignedInt(labels.bytes()[LABELS_HEADER + i]);
            if (result[i] >= classes) {
                throw wrong(
                        labels,
                        "label %d at offset %d, expected 0 to %d".formatted(result[i], LABELS_HEADER + i, classes - 1));
            }
        }
        return result;
    }

    private static DataException wrong(Content content, String problem) {
        return new DataException(content.file() + ": " + problem);
    }
}
