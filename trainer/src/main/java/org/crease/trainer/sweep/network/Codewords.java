package org.crease.trainer.sweep.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The codewords that points switch on: in each layer, points are grouped by the units active there and in all layers before. The
 * groups of a layer are a refinement of those before, a tree.
 */
final class Codewords {
    private final List<List<Group>> levels = new ArrayList<>();

    /**
     * Points with one codeword up to a layer.
     *
     * @param parent index of their group in the layer before; 0 in the first
     * @param active their active units in this layer, ascending
     * @param points how many they are
     */
    record Group(int parent, int[] active, int points) {}

    /** A codeword, compared bit by bit. */
    private record Key(int parent, long[] words) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.parent == parent && Arrays.equals(key.words, words);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(words) + parent;
        }
    }

    /**
     * Finds them.
     *
     * @param points shape (inputs of the first layer, count), row-major
     */
    static Codewords of(List<RandomLayer> layers, double[] points, int count) {
        Codewords found = new Codewords();
        int[] group = new int[count];
        double[] values = points;
        for (int i = 0; i < layers.size(); i++) {
            if (i > 0) {
                rectify(values);
            }
            values = layers.get(i).apply(values, count);
            found.levels.add(level(layers.get(i).units(), values, group));
        }
        return found;
    }

    private static void rectify(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    /** Groups the points of one layer, whose sums are given; {@code group} becomes the groups in this layer. */
    private static List<Group> level(int units, double[] sums, int[] group) {
        int count = group.length;
        long[][] words = new long[count][(units + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < units; i++) {
            for (int point = 0; point < count; point++) {
                if (sums[i * count + point] > 0) {
                    words[point][i / Long.SIZE] |= 1L << i;
                }
            }
        }
        Map<Key, Integer> known = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        int[] sizes = new int[count];
        for (int point = 0; point < count; point++) {
            Key key = new Key(group[point], words[point]);
            Integer index = known.putIfAbsent(key, keys.size());
            if (index == null) {
                index = keys.size();
                keys.add(key);
            }
            group[point] = index;
            sizes[index]++;
        }
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            groups.add(new Group(keys.get(i).parent(), places(keys.get(i).words()), sizes[i]));
        }
        return groups;
    }

    private static int[] places(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        int[] places = new int[count];
        int found = 0;
        for (int i = 0; i < words.length; i++) {
            for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                places[found++] = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return places;
    }

    /** The groups of a layer, from 0, in the order in which their first points come. */
    List<Group> level(int layer) {
        return levels.get(layer);
    }

    int layers() {
        return levels.size();
    }

    /** Mean number of active units of a layer, over the points. */
    double activeMean(int layer) {
        double sum = 0;
        double points = 0;
        for (Group group : levels.get(layer)) {
            sum += (double) group.points() * group.active().length;
            points += group.points();
        }
        return sum / points;
    }

    /** Indices of a layer's groups, by the group before that they refine. */
    int[] children(int layer, int parent) {
        List<Group> groups = levels.get(layer);
        int[] children = new int[groups.size()];
        int count = 0;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).parent() == parent) {
                children[count++] = i;
            }
        }
        return Arrays.copyOf(children, count);
    }
}
