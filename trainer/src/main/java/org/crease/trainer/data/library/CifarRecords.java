package org.crease.trainer.data.library;

import java.util.List;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Pixels;
import org.crease.trainer.data.source.Samples;

/**
 * Reads the records of CIFAR-10's binary version: a byte with the label, then the pixels, channel by channel, row by row
 * (Krizhevsky 2009).
 */
final class CifarRecords {

    private CifarRecords() {}

    /**
     * The images of all blocks, one after the other.
     *
     * @param pixels numbers in an image
     * @param classes number of classes; labels are from 0 to one less
     * @throws DataException when a block is not whole records or a label is out of range
     */
    static Samples read(List<Idx.Content> blocks, int pixels, int classes) {
        int record = pixels + 1;
        int size = 0;
        for (Idx.Content block : blocks) {
            if (block.bytes().length % record != 0) {
                throw new DataException("%s: %d bytes, expected whole records of %d"
                        .formatted(block.file(), block.bytes().length, record));
            }
            size += block.bytes().length / record;
        }
        int[] labels = new int[size];
        int filled = 0;
        for (Idx.Content block : blocks) {
            for (int at = 0; at < block.bytes().length; at += record) {
                labels[filled] = label(block, at, classes);
                filled++;
            }
        }
        List<byte[]> bytes = blocks.stream().map(Idx.Content::bytes).toList();
        return Samples.ofClasses(new Pixels(bytes, 1, record, pixels), labels);
    }

    private static int label(Idx.Content block, int offset, int classes) {
        int label = Byte.toUnsignedInt(block.bytes()[offset]);
        if (label >= classes) {
            throw new DataException(
                    "%s: label %d at offset %d, expected 0 to %d".formatted(block.file(), label, offset, classes - 1));
        }
        return label;
    }
}
