package org.crease.probes.rank;

import java.util.Arrays;
import java.util.List;

/** The sum of all inputs, each unit multiplied by its channel's factor: residual addition, batch normalisation, identity. */
final class SumMap implements LinearMap {
    private final double[] factors;
    private final int unitsAChannel;

    /**
     * A sum.
     *
     * @param factors one a channel
     * @param unitsAChannel number of units that share a factor
     */
    SumMap(double[] factors, int unitsAChannel) {
        this.factors = factors.clone();
        this.unitsAChannel = unitsAChannel;
    }

    @Override
    public Jacobian apply(List<Jacobian> sources, int[] wanted) {
        int units = factors.length * unitsAChannel;
        boolean[] live = new boolean[units];
        for (Jacobian source : sources) {
            for (int unit : source.live()) {
                live[unit] = true;
            }
        }
        int[] present = Arrays.stream(wanted).filter(unit -> live[unit]).toArray();
        Matrix sum = new Matrix(present.length, sources.get(0).columns());
        for (Jacobian source : sources) {
            int[] rowOfUnit = source.rowOfUnit();
            for (int i = 0; i < present.length; i++) {
                int row = rowOfUnit[present[i]];
                if (row >= 0) {
                    sum.addRow(i, factors[present[i] / unitsAChannel], source.rows(), row);
                }
            }
        }
        return new Jacobian(units, present, sum);
    }
}
