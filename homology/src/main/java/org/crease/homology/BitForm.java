package org.crease.homology;

/** A bit for each class, for vectors over Z/2 with many; as many words as reach the last. */
final class BitForm implements VectorForm {

    @Override
    public long[] unit(int of, int value) {
        long[] vector = new long[(of >> 6) + 1];
        vector[of >> 6] = 1L << of;
        return vector;
    }

    @Override
    public int youngest(long[] words, int length) {
        return (length << 6) - 1 - Long.numberOfLeadingZeros(words[length - 1]);
    }

    @Override
    public int value(long[] vector, int of) {
        int word = of >> 6;
        return word < vector.length ? (int) (vector[word] >>> of) & 1 : 0;
    }

    @Override
    public int classes(long[] vector) {
        int count = 0;
        for (long word : vector) {
            count += Long.bitCount(word);
        }
        return count;
    }

    @Override
    public int nextClass(long[] vector, int from) {
        int word = from >> 6;
        long left = word < vector.length ? vector[word] & -1L << from : 0;
        while (left == 0 && ++word < vector.length) {
            left = vector[word];
        }
        return left == 0 ? NONE : (word << 6) + Long.numberOfTrailingZeros(left);
    }

    @Override
    public void add(Combination sum, int factor, long[] vector) {
        long[] words = sum.words();
        int length = sum.length();
        int common = Math.min(length, vector.length);
        int longest = Math.max(length, vector.length);
        long[] room = sum.room(longest);
        for (int w = 0; w < common; w++) {
            room[w] = words[w] ^ vector[w];
        }
        System.arraycopy(length > common ? words : vector, common, room, common, longest - common);
        while (longest > 0 && room[longest - 1] == 0) {
            longest--;
        }
        sum.become(longest);
    }

    @Override
    public long[] copy(long[] vector, VectorForm from) {
        long[] copy = vector.length == 0 ? vector : unit(from.youngest(vector, vector.length), 1);
        for (int c = from.nextClass(vector, 0); c != NONE; c = from.nextClass(vector, c + 1)) {
            copy[c >> 6] |= 1L << c;
        }
        return copy;
    }
}
