package org.crease.homology.metric;

import java.util.Objects;

/** Some points of a weighted space. */
final class WeightedSubspace implements WeightedSpace {
    private final WeightedSpace whole;
    private final int[] kept;

    private WeightedSubspace(WeightedSpace whole, int[] kept) {
        this.whole = whole;
        this.kept = kept;
    }

    static WeightedSubspace of(WeightedSpace whole, int... indices) {
        int[] kept = indices.clone();
        for (int index : kept) {
            Objects.checkIndex(index, whole.size());
        }
        return new WeightedSubspace(whole, kept);
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public float birth(int point) {
        return whole.birth(kept[point]);
    }

    @Override
    public float distance(int i, int j) {
        return i == j ? 0 : whole.distance(kept[i], kept[j]);
    }
}
