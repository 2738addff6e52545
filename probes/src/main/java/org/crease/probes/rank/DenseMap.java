package org.crease.probes.rank;

import java.util.List;
import org.crease.probes.Cancellation;

/** Multiplication by a weight matrix, on the live rows and wanted units alone, in blocks short enough to be cancelled. */
final class DenseMap implements LinearMap {
    private static final double FLOPS_A_BLOCK = 5e8;

    private final double[] weights;
    private final int inputs;
    private final int outputs;

    /**
     * A dense map.
     *
     * @param weights shape (inputs, outputs), row-major
     */
    DenseMap(double[] weights, int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new double[weights.length];
        for (int in = 0; in < inputs; in++) {
            for (int out = 0; out < outputs; out++) {
                this.weights[out * inputs + in] = weights[in * outputs + out];
            }
        }
    }

    @Override
    public Jacobian apply(List<Jacobian> sources, int[] wanted) throws InterruptedException {
        Jacobian source = sources.get(0);
        int inner = source.live().length;
        if (inner == 0) {
            return new Jacobian(outputs, new int[0], new Matrix(0, source.columns()));
        }
        int block = blockRows(inner, source.columns(), wanted.length);
        Matrix product = new Matrix(wanted.length, source.columns());
        try (Matrix left = new Matrix(block, inner)) {
            for (int start = 0; start < wanted.length; start += block) {
                Cancellation.check();
                int count = Math.min(block, wanted.length - start);
                gather(wanted, start, count, source.live(), left);
                product.setProduct(start, left, count, source.rows());
            }
        } catch (InterruptedException e) {
            product.close();
            throw e;
        }
        return new Jacobian(outputs, wanted, product);
    }

    /** Rows of the map itself. */
    Jacobian rows(int[] wanted) {
        Matrix rows = new Matrix(wanted.length, inputs);
        gather(wanted, 0, wanted.length, Jacobian.all(inputs), rows);
        return new Jacobian(outputs, wanted, rows);
    }

    private static int blockRows(int inner, int columns, int wanted) {
        double rows = FLOPS_A_BLOCK / (2.0 * inner * columns);
        return (int) Math.max(1, Math.min(rows, wanted));
    }

    private void gather(int[] wanted, int start, int count, int[] live, Matrix left) {
        double[] row = new double[live.length];
        for (int i = 0; i < count; i++) {
            int base = wanted[start + i] * inputs;
            for (int j = 0; j < live.length; j++) {
                row[j] = weights[base + live[j]];
            }
            left.setRow(i, row, live.length);
        }
    }
}
