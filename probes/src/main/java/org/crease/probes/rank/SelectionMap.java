package org.crease.probes.rank;

import java.util.Arrays;
import java.util.List;

/** Each output unit is one input unit. */
record SelectionMap(int[] inputOfUnit) implements LinearMap {

    @Override
    public Jacobian apply(List<Jacobian> sources, int[] wanted) {
        Jacobian source = sources.get(0);
        int[] rowOfUnit = source.rowOfUnit();
        int[] present = Arrays.stream(wanted)
                .filter(unit -> rowOfUnit[inputOfUnit[unit]] >= 0)
                .toArray();
        Matrix selected = new Matrix(present.length, source.columns());
        for (int i = 0; i < present.length; i++) {
            selected.copyRow(i, source.rows(), rowOfUnit[inputOfUnit[present[i]]]);
        }
        return new Jacobian(inputOfUnit.length, present, selected);
    }
}
