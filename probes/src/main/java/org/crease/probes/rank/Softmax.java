package org.crease.probes.rank;

/** The Jacobian of softmax: diag(p) - p pᵀ. */
final class Softmax {
    private Softmax() {}

    /** The probabilities. */
    static double[] probabilities(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = Math.exp(logits[i] - largest);
            sum += probabilities[i];
        }
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    /**
     * Multiplies the Jacobian of softmax with the logits' Jacobian z. Row i is
     * p_i (z_i - Σ p_j z_j), but the likeliest class's row is minus the sum of the others, since columns sum to zero: there
     * the difference would cancel to noise when the network is sure.
     */
    static Jacobian multiply(double[] probabilities, Jacobian z) {
        int classes = probabilities.length;
        int likeliest = 0;
        for (int i = 0; i < classes; i++) {
            likeliest = probabilities[i] > probabilities[likeliest] ? i : likeliest;
        }
        int[] rowOfUnit = z.rowOfUnit();
        Matrix rows = new Matrix(classes, z.columns());
        try (Matrix mean = new Matrix(1, z.columns())) {
            for (int row = 0; row < z.live().length; row++) {
                mean.addRow(0, probabilities[z.live()[row]], z.rows(), row);
            }
            for (int i = 0; i < classes; i++) {
                if (i != likeliest) {
                    if (rowOfUnit[i] >= 0) {
                        rows.addRow(i, probabilities[i], z.rows(), rowOfUnit[i]);
                    }
                    rows.addRow(i, -probabilities[i], mean, 0);
                    rows.addRow(likeliest, -1, rows, i);
                }
            }
        }
        return new Jacobian(classes, Jacobian.all(classes), rows);
    }
}
