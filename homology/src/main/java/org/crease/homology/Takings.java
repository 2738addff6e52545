package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cofacets that boundaries took, of which their fillings are made: as they came until they are asked for, which they seldom
 * are, then summed up for all boundaries at once.
 */
final class Takings {
    private final Inflows sums; // empty but while sums are made
    private final IntList cofacets = new IntList();
    private final IntList factors = new IntList();
    private final List<SparseVector> vectors = new ArrayList<>(); // a place for each boundary
    private SparseVector @Nullable [] byBoundary;

    /** With sums that others use before and after. */
    Takings(Inflows sums) {
        this.sums = sums;
    }

    void add(int cofacet, int factor, SparseVector vector) {
        cofacets.add(cofacet);
        factors.add(factor);
        vectors.add(vector);
    }

    /** What one of so many boundaries took; nothing must be added from then on. */
    SparseVector of(int boundary, int boundaries) {
        if (byBoundary == null) {
            byBoundary = summed(boundaries);
        }
        return byBoundary[boundary];
    }

    private SparseVector[] summed(int boundaries) {
        Transposition rows = new Transposition();
        IntList distinct = new IntList();
        for (int k = 0; k < cofacets.size(); k++) {
            if (sums.add(cofacets.get(k), factors.get(k), vectors.get(k))) {
                distinct.add(cofacets.get(k));
            }
        }
        for (int k = 0; k < distinct.size(); k++) {
            rows.add(distinct.get(k), sums.take(distinct.get(k)));
        }
        return rows.columns(boundaries);
    }
}
