package org.crease.gpu.rips;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Edges in order and their lunes, by definition: points as bits, pieces by looking from point to point. */
final class LunesByDefinition {
    private final int size;
    private final float[] lower;

    LunesByDefinition(int size, float[] lower) {
        this.size = size;
        this.lower = lower;
    }

    /** The enclosing radius or, where that is infinite, the largest finite distance. */
    float last() {
        float radius = Float.POSITIVE_INFINITY;
        float finite = 0;
        for (int i = 0; i < size; i++) {
            float reach = 0;
            for (int j = 0; j < size; j++) {
                float distance = i == j ? 0 : lower[index(i, j)];
                reach = Math.max(reach, distance);
                finite = distance < Float.POSITIVE_INFINITY ? Math.max(finite, distance) : finite;
            }
            radius = Math.min(radius, reach);
        }
        return radius < Float.POSITIVE_INFINITY ? radius : finite;
    }

    int[] ends(double cut) {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (lower[index(i, j)] <= cut && lower[index(i, j)] < Float.POSITIVE_INFINITY) {
                    pairs.add(i << 16 | j);
                }
            }
        }
        pairs.sort((a, b) -> Float.compare(lower[index(a >>> 16, a & 0xffff)], lower[index(b >>> 16, b & 0xffff)]));
        return pairs.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] critical(int... ends) {
        BitSet[] graph = new BitSet[size];
        for (int i = 0; i < size; i++) {
            graph[i] = new BitSet();
        }
        List<Integer> critical = new ArrayList<>();
        for (int e = 0; e < ends.length; e++) {
            int i = ends[e] >>> 16;
            int j = ends[e] & 0xffff;
            BitSet lune = (BitSet) graph[i].clone();
            lune.and(graph[j]);
            List<Integer> lowest = pieces(graph, lune);
            if (lowest.size() != 1) {
                critical.add(e);
                critical.add(lowest.size());
                critical.addAll(lowest);
            }
            graph[i].set(j);
            graph[j].set(i);
        }
        return critical.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> pieces(BitSet[] graph, BitSet lune) {
        List<Integer> lowest = new ArrayList<>();
        BitSet left = (BitSet) lune.clone();
        while (!left.isEmpty()) {
            BitSet waiting = new BitSet();
            waiting.set(left.nextSetBit(0));
            lowest.add(left.nextSetBit(0));
            while (!waiting.isEmpty()) {
                int point = waiting.nextSetBit(0);
                waiting.clear(point);
                left.clear(point);
                BitSet near = (BitSet) graph[point].clone();
                near.and(left);
                waiting.or(near);
            }
        }
        return lowest;
    }

    static int index(int i, int j) {
        return Math.max(i, j) * (Math.max(i, j) - 1) / 2 + Math.min(i, j);
    }
}
