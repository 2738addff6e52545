package org.crease.trainer.sweep.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    private record Key(int parent, BitSet bits) {}

    /**
     * Finds them.
     *
     * @param points shape (count, inputs of the first layer), row-major
     */
    static Codewords of(List<RandomLayer> layers, double[] points, int count) {
        Codewords found = new Codewords();
        int[] group = new int[count];
        double[] values = points;
        for (RandomLayer layer : layers) {
            double[] next = new double[count * layer.units()];
            found.levels.add(level(layer, values, group, next));
            values = next;
        }
        return found;
    }

    /** Groups the points of one layer; {@code group} becomes the groups in this layer, {@code next} the layer's values. */
    private static List<Group> level(RandomLayer layer, double[] values, int[] group, double[] next) {
        Map<Key, Integer> known = new HashMap<>();
        List<Key> keys = new ArrayList<>();
        double[] sums = new double[layer.units()];
        int[] sizes = new int[group.length];
        for (int point = 0; point < group.length; point++) {
            layer.apply(values, point * layer.inputs(), sums);
            Key key = new Key(group[point], new BitSet());
            for (int i = 0; i < layer.units(); i++) {
                if (sums[i] > 0) {
                    key.bits().set(i);
                    next[point * layer.units() + i] = sums[i];
                }
            }
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
            groups.add(
                    new Group(keys.get(i).parent(), keys.get(i).bits().stream().toArray(), sizes[i]));
        }
        return groups;
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
