package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Chain;

/** Over any field, one by one. */
final class ResidueLoopCocycles implements LoopCocycles {
    private final PrimeField field;
    private final SortedEdges edges;
    private final int from; // edge of place 0
    private final LoopHeirs heirs;
    private final VectorSum values; // by place
    private final Chain.Builder chain;

    ResidueLoopCocycles(PrimeField field, SortedEdges edges, int from, LoopHeirs heirs) {
        this.field = field;
        this.edges = edges;
        this.from = from;
        this.heirs = heirs;
        values = VectorSum.over(field);
        chain = new Chain.Builder(1, field.modulus());
    }

    @Override
    public List<Chain> chains(int[] loops, BirthValues onBirths, IntList births, int... ends)
            throws InterruptedException {
        List<Chain> chains = new ArrayList<>();
        for (int k = 0; k < loops.length; k++) {
            chains.add(chain(onBirths.of(loops[k]), births, ends[k]));
        }
        return chains;
    }

    private Chain chain(SparseVector onBirths, IntList births, int end) throws InterruptedException {
        for (int k = 0; k < onBirths.size(); k++) {
            int edge = births.get(onBirths.place(k));
            if (edge < end) {
                values.add(edge - from, onBirths.residue(k));
            }
        }
        chain.clear();
        int count = 0;
        for (int place = values.first(); place != VectorSum.NONE; place = values.first()) {
            LoopHeirs.requireUninterrupted(count++);
            int value = values.take(place);
            chain.add(value, edges.low(from + place), edges.high(from + place));
            handOn(place, value, end - from);
        }
        return chain.build();
    }

    /** Adds the value of an edge to those of its heirs that come before an end. */
    private void handOn(int of, int value, int end) {
        heirs.find(of);
        int opposite = field.negative(value);
        int last = heirs.end(of);
        for (int k = heirs.first(of); k < last; k++) {
            int heir = heirs.at(k);
            if (LoopHeirs.place(heir) >= end) {
                return;
            }
            values.add(LoopHeirs.place(heir), heir < 0 ? opposite : value);
        }
    }
}
