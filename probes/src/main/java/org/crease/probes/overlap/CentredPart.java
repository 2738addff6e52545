package org.crease.probes.overlap;

import java.util.Arrays;
import java.util.List;

/** Pre-activations less their mean: softmax takes two vectors to the same probabilities just when these agree. */
final class CentredPart implements PreActivation {
    private final PreActivation logits;
    private final int units;

    CentredPart(PreActivation logits, int units) {
        this.logits = logits;
        this.units = units;
    }

    @Override
    public double[][] values(List<double[][]> sources) throws InterruptedException {
        return Arrays.stream(logits.values(sources))
                .map(values -> centred(AffineMap.constant(values)).offset())
                .toArray(double[][]::new);
    }

    @Override
    public List<Integer> piece(double[] source) {
        return logits.piece(source);
    }

    @Override
    public AffineMap after(List<AffineMap> sources, List<Integer> piece) throws InterruptedException {
        return centred(logits.after(sources, piece));
    }

    private AffineMap centred(AffineMap map) {
        RoundedSum sum = new RoundedSum(units, map.inputs());
        double[] lengths = map.lengths();
        for (int from = 0; from < units; from++) {
            for (int to = 0; to < units; to++) {
                sum.add(to, (to == from ? 1 : 0) - 1.0 / units, map, from, lengths[from]);
            }
        }
        return sum.sum();
    }

    @Override
    public HalfSpaces where(List<AffineMap> sources, List<Integer> piece) {
        return logits.where(sources, piece);
    }

    @Override
    public double work() {
        return logits.work() + (double) units * units;
    }

    @Override
    public int constraints() {
        return logits.constraints();
    }
}
