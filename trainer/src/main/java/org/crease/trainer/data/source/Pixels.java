package org.crease.trainer.data.source;

import java.util.List;

/**
 * Rows of unsigned bytes, given as values from 0 to 1, read in place from the content of files.
 *
 * @param blocks contents of files, one after the other; never changed
 * @param start where the first row's pixels are in each block
 * @param stride from one row's pixels to the next one's
 * @param width pixels in a row
 */
public record Pixels(List<byte[]> blocks, int start, int stride, int width) implements Features {
    private static final double WHITE = 255;

    public Pixels {
        blocks = List.copyOf(blocks);
    }

    @Override
    public int size() {
        return blocks.stream().mapToInt(this::rows).sum();
    }

    private int rows(byte[] block) {
        return (block.length - start + stride - width) / stride;
    }

    @Override
    public void copy(int row, double[] into) {
        int left = row;
        for (byte[] block : blocks) {
            int rows = rows(block);
            if (left < rows) {
                copy(block, start + left * stride, into);
                return;
            }
            left -= rows;
        }
        throw new IndexOutOfBoundsException("row " + row + " of " + size());
    }

    private void copy(byte[] block, int from, double[] into) {
        for (int i = 0; i < width; i++) {
            into[i] = Byte.toUnsignedInt(block[from + i]) / WHITE;
        }
    }
}
