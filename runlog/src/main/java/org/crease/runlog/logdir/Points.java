package org.crease.runlog.logdir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series in columns, within a limit. While it is thinned, every {@code stride}-th point is held and the newest beside them.
 * A point whose step is not behind the newest one's takes back all from its step on, since that is how a run that was
 * resumed, or begun again, in the same directory looks; TensorBoard does the same.
 */
final class Points {
    private static final int COLUMNS = 3 * Long.BYTES;

    private final int limit;
    private final boolean histograms;
    private long[] steps = new long[8];
    private double[] times = new double[8];
    private double[] values = new double[8];
    private @Nullable Buckets[] buckets;
    private int size;
    private long stride = 1;
    private long behind;
    private boolean provisional;
    private long payload;

    /** A histogram's columns. */
    record Buckets(double[] left, double[] right, double[] count) {
        int bytes() {
            return COLUMNS * count.length;
        }
    }

    Points(int limit, boolean histograms) {
        this.limit = limit;
        this.histograms = histograms;
        this.buckets = new @Nullable Buckets[histograms ? 8 : 0];
    }

    /** Adds a point; returns whether points went because it steps back. */
    boolean add(long step, double time, double value, @Nullable Buckets histogram) {
        boolean back = rewind(step);
        if (provisional) {
            drop(size - 1);
        }
        if (size == steps.length) {
            grow();
        }
        steps[size] = step;
        times[size] = time;
        values[size] = value;
        if (histogram != null) {
            buckets[size] = histogram;
            payload += histogram.bytes();
        }
        size++;
        behind++;
        provisional = size > 1 && behind < stride;
        behind = provisional ? behind : 0;
        if (size > limit) {
            halve();
        }
        return back;
    }

    /** Takes back the points of this step and later ones; returns whether there were any. */
    boolean rewind(long step) {
        int before = size;
        while (size > 0 && steps[size - 1] >= step) {
            drop(size - 1);
        }
        if (size < before) {
            provisional = false;
            behind = stride - 1;
        }
        return size < before;
    }

    /** Lets every second point go, but for the newest. */
    void halve() {
        int last = size - 1;
        int onStride = provisional ? last - 1 : last;
        if (last < 2) {
            return;
        }
        int to = 0;
        for (int from = 0; from < size; from++) {
            if ((from % 2 == 0 && from <= onStride) || from == last) {
                move(from, to++);
            } else {
                forget(from);
            }
        }
        size = to;
        if (onStride % 2 == 1) {
            behind += stride;
            provisional = true;
        }
        stride *= 2;
    }

    int size() {
        return size;
    }

    /** What the points take, about. */
    long bytes() {
        return (long) size * COLUMNS + payload;
    }

    Scalars scalars() {
        return new Scalars(Arrays.copyOf(steps, size), Arrays.copyOf(times, size), Arrays.copyOf(values, size));
    }

    List<Histogram> histograms() {
        List<Histogram> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Buckets at = buckets[i];
            if (at != null) {
                all.add(new Histogram(steps[i], times[i], at.left(), at.right(), at.count()));
            }
        }
        return all;
    }

    private void drop(int i) {
        forget(i);
        size = i;
    }

    private void forget(int i) {
        Buckets at = histograms ? buckets[i] : null;
        if (at != null) {
            payload -= at.bytes();
            buckets[i] = null;
        }
    }

    private void move(int from, int to) {
        steps[to] = steps[from];
        times[to] = times[from];
        values[to] = values[from];
        if (histograms && from != to) {
            buckets[to] = buckets[from];
            buckets[from] = null;
        }
    }

    private void grow() {
        int length = Math.min(limit + 1, 2 * size);
        steps = Arrays.copyOf(steps, length);
        times = Arrays.copyOf(times, length);
        values = Arrays.copyOf(values, length);
        buckets = Arrays.copyOf(buckets, histograms ? length : 0);
    }
}
