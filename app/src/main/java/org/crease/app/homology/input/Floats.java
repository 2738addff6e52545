package org.crease.app.homology.input;

import java.util.ArrayList;
import java.util.List;

/** Floats of which nobody knows how many will come. Kept in pieces, so that growing never copies and wastes little. */
final class Floats {
    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 18;
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final List<float[]> full = new ArrayList<>();
    private float[] last = new float[SMALLEST];
    private int used;
    private long before;

    void add(float value) {
        if (used == last.length) {
            beginPiece();
        }
        last[used++] = value;
    }

    /** Adds the first {@code count} of these. */
    void add(float[] values, int count) {
        int from = 0;
        while (from < count) {
            if (used == last.length) {
                beginPiece();
            }
            int length = Math.min(count - from, last.length - used);
            System.arraycopy(values, from, last, used, length);
            used += length;
            from += length;
        }
    }

    private void beginPiece() {
        full.add(last);
        before += used;
        last = new float[Math.min(LARGEST, 2 * used)];
        used = 0;
    }

    long size() {
        return before + used;
    }

    /** All of them, in an array of their number; this object is empty afterwards. */
    float[] toArray() {
        if (size() > MOST) {
            throw new IllegalArgumentException(size() + " numbers; at most " + MOST + " can be held");
        }
        float[] all = new float[(int) size()];
        int at = 0;
        for (int k = 0; k < full.size(); k++) {
            float[] piece = full.set(k, new float[0]);
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        System.arraycopy(last, 0, all, at, used);
        full.clear();
        before = 0;
        used = 0;
        return all;
    }
}
