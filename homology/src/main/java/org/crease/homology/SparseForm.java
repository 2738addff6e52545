package org.crease.homology;

/** A word for each class of a vector, in ascending order: the class, then its value in the lower 16 bits. */
final class SparseForm implements VectorForm {
    private static final int CLASS_SHIFT = Character.SIZE;

    private final PrimeField field;

    SparseForm(PrimeField field) {
        this.field = field;
    }

    private static long entry(int of, int value) {
        return (long) of << CLASS_SHIFT | value;
    }

    /** The class of a word. */
    static int classOf(long entry) {
        return (int) (entry >>> CLASS_SHIFT);
    }

    private static int valueOf(long entry) {
        return (int) entry & Character.MAX_VALUE;
    }

    @Override
    public long[] unit(int of, int value) {
        return new long[] {entry(of, value)};
    }

    @Override
    public int youngest(long[] words, int length) {
        return classOf(words[length - 1]);
    }

    @Override
    public int value(long[] vector, int of) {
        int place = place(vector, of);
        return place < vector.length && classOf(vector[place]) == of ? valueOf(vector[place]) : 0;
    }

    @Override
    public int classes(long[] vector) {
        return vector.length;
    }

    @Override
    public int nextClass(long[] vector, int from) {
        int place = place(vector, from);
        return place < vector.length ? classOf(vector[place]) : NONE;
    }

    /** The place of the first entry whose class is at least this one. */
    private static int place(long[] vector, int of) {
        int low = 0;
        int high = vector.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (classOf(vector[middle]) < of) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void add(Combination sum, int factor, long[] vector) {
        long[] words = sum.words();
        int length = sum.length();
        long[] room = sum.room(length + vector.length);
        int i = 0;
        int j = 0;
        int count = 0;
        while (i < length && j < vector.length) {
            int difference = Integer.compare(classOf(words[i]), classOf(vector[j]));
            if (difference < 0) {
                room[count++] = words[i++];
            } else if (difference > 0) {
                room[count++] = times(factor, vector[j++]);
            } else {
                int value = field.plus(valueOf(words[i]), field.times(factor, valueOf(vector[j++])));
                room[count] = entry(classOf(words[i++]), value);
                count += value == 0 ? 0 : 1;
            }
        }
        System.arraycopy(words, i, room, count, length - i);
        count += length - i;
        while (j < vector.length) {
            room[count++] = times(factor, vector[j++]);
        }
        sum.become(count);
    }

    private long times(int factor, long entry) {
        return factor == 1 ? entry : entry(classOf(entry), field.times(factor, valueOf(entry)));
    }

    @Override
    public long[] copy(long[] vector, VectorForm from) {
        long[] copy = new long[from.classes(vector)];
        int count = 0;
        for (int c = from.nextClass(vector, 0); c != NONE; c = from.nextClass(vector, c + 1)) {
            copy[count++] = entry(c, from.value(vector, c));
        }
        return copy;
    }
}
