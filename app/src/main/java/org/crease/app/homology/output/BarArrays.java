package org.crease.app.homology.output;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;
import org.crease.probes.Array;

/**
 * The representatives of bars of one dimension d as arrays, in the form in which findings of the probe {@code topology} have
 * cocycles: {@code hd_cocycle_bar}, the rows of the bars in {@code hd}; {@code hd_cocycle_offsets}, where each one's simplices begin,
 * and their number at the end; {@code hd_cocycle_simplices}, by their points; {@code hd_cocycle_values}, from 1 to p - 1. The same of
 * cycles; and {@code hd_birth_simplices} and {@code hd_death_simplices}, a row a bar, of -1 where there is none.
 */
record BarArrays(PersistenceDiagram diagram, List<Bar> bars, NamedPoints points) {
    private static final int NONE = -1;

    void addTo(Map<String, Array> arrays) {
        String prefix = "h" + diagram.dimension() + "_";
        int vertices = diagram.dimension() + 1;
        int[] births = new int[bars.size() * vertices];
        int[] deaths = new int[bars.size() * (vertices + 1)];
        Arrays.fill(deaths, NONE);
        for (int k = 0; k < bars.size(); k++) {
            System.arraycopy(points.of(bars.get(k).birthSimplex()), 0, births, k * vertices, vertices);
            Simplex death = bars.get(k).deathSimplex();
            if (death != null) {
                System.arraycopy(points.of(death), 0, deaths, k * (vertices + 1), vertices + 1);
            }
        }
        arrays.put(prefix + "birth_simplices", new Array(births, bars.size(), vertices));
        arrays.put(prefix + "death_simplices", new Array(deaths, bars.size(), vertices + 1));
        addChains(arrays, prefix + "cocycle_", Bar::cocycle);
        addChains(arrays, prefix + "cycle_", Bar::cycle);
    }

    private void addChains(Map<String, Array> arrays, String prefix, Function<Bar, Chain> kind) {
        List<Chain> chains = bars.stream().map(kind).toList();
        int[] offsets = new int[chains.size() + 1];
        for (int k = 0; k < chains.size(); k++) {
            offsets[k + 1] = Math.addExact(offsets[k], chains.get(k).size());
        }
        int total = offsets[chains.size()];
        int vertices = diagram.dimension() + 1;
        int[] simplices = new int[Math.multiplyExact(total, vertices)];
        int[] values = new int[total];
        int next = 0;
        for (Chain chain : chains) {
            for (int term = 0; term < chain.size(); term++) {
                System.arraycopy(points.of(chain, term), 0, simplices, next * vertices, vertices);
                values[next++] = chain.coefficient(term);
            }
        }
        arrays.put(prefix + "bar", new Array(rows(), bars.size()));
        arrays.put(prefix + "offsets", new Array(offsets, offsets.length));
        arrays.put(prefix + "simplices", new Array(simplices, total, vertices));
        arrays.put(prefix + "values", new Array(values, total));
    }

    /** The rows of the bars in the diagram, each row once. */
    private int[] rows() {
        boolean[] taken = new boolean[diagram.size()];
        int[] rows = new int[bars.size()];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = row(bars.get(k), taken);
            taken[rows[k]] = true;
        }
        return rows;
    }

    private int row(Bar bar, boolean[] taken) {
        for (int row = 0; row < taken.length; row++) {
            if (!taken[row] && diagram.birth(row) == bar.birth() && diagram.death(row) == bar.death()) {
                return row;
            }
        }
        throw new IllegalStateException("the diagram of dimension " + bar.dimension() + " has no bar from "
                + bar.birth() + " to " + bar.death());
    }
}
