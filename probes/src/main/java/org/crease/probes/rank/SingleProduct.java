package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_snrm2;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.crease.probes.Cancellation;
import org.crease.probes.rank.DenseChain.Link;

/**
 * The product D_l W_l ... D_1 W_1 of one region in single precision, link by link of a {@link DenseChain}, in memory that is
 * used again for the next region. Rows of dead units are left out. Used by one thread at a time.
 */
final class SingleProduct implements Workers.Memory {
    private static final double ROUNDOFF = Math.ulp(1f) / 2;
    private static final double FLOPS_A_BLOCK = 2e9;

    private final DenseChain chain;
    private final FloatPointer left;
    private final FloatPointer triangle;
    private FloatPointer rows;
    private FloatPointer next;
    private int[] live = new int[0];
    private double norm;
    private double error;

    SingleProduct(DenseChain chain) {
        this.chain = chain;
        rows = new FloatPointer(chain.productElements());
        next = new FloatPointer(chain.productElements());
        left = new FloatPointer(chain.weightElements());
        triangle = new FloatPointer(chain.gramElements());
    }

    /**
     * Starts with the first link, or multiplies the product with the link behind its last.
     *
     * @param slopes of the link's units
     */
    void multiply(int index, double[] slopes) throws InterruptedException {
        Cancellation.check();
        Link link = chain.links().get(index);
        int[] alive = Arrays.stream(Jacobian.all(link.units()))
                .filter(unit -> slopes[unit] != 0)
                .toArray();
        if (index == 0) {
            gather(link, alive, Jacobian.all(link.inputs()), slopes, rows);
            error = 0;
        } else if (live.length == 0) {
            return;
        } else {
            gather(link, alive, live, slopes, left);
            multiply(alive.length);
            double norms = Math.sqrt(squares(link, alive, slopes)) * norm;
            error = link.norm() * error + FullRank.noise(live.length, ROUNDOFF, norms);
        }
        live = alive;
        norm = cblas_snrm2(Math.toIntExact((long) live.length * chain.features()), rows, 1);
    }

    private void multiply(int count) throws InterruptedException {
        int columns = chain.features();
        int inner = live.length;
        int block = (int) Math.max(1, Math.min(count, FLOPS_A_BLOCK / (2.0 * inner * columns)));
        for (int start = 0; start < count; start += block) {
            Cancellation.check();
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasNoTrans,
                    Math.min(block, count - start),
                    columns,
                    inner,
                    1,
                    left.getPointer((long) start * inner),
                    inner,
                    rows,
                    columns,
                    0,
                    next.getPointer((long) start * columns),
                    columns);
        }
        FloatPointer product = next;
        next = rows;
        rows = product;
    }

    private static void gather(Link link, int[] alive, int[] inputs, double[] slopes, FloatPointer target) {
        FloatBuffer buffer = target.asBuffer();
        float[] row = new float[inputs.length];
        boolean whole = inputs.length == link.inputs();
        for (int i = 0; i < alive.length; i++) {
            int base = alive[i] * link.inputs();
            float slope = (float) slopes[alive[i]];
            if (whole && slope == 1) {
                buffer.put(i * inputs.length, link.weights(), base, inputs.length);
            } else {
                gather(link.weights(), base, inputs, slope, row);
                buffer.put(i * inputs.length, row);
            }
        }
    }

    private static void gather(float[] weights, int base, int[] inputs, float slope, float[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = slope * weights[base + inputs[j]];
        }
    }

    private static double squares(Link link, int[] alive, double[] slopes) {
        double sum = 0;
        for (int unit : alive) {
            sum += slopes[unit] * slopes[unit] * link.squares()[unit];
        }
        return sum;
    }

    /** An element of the product. */
    double get(int row, int column) {
        return rows.get((long) row * chain.features() + column);
    }

    /** Whether there are no rows. */
    boolean empty() {
        return live.length == 0;
    }

    /** The Gram matrix of the product, valid until the next call. */
    Gram gram() throws InterruptedException {
        return new FloatGram(rows, live.length, chain.features(), triangle);
    }

    /** By how much the product may differ from the true one, in the spectral norm. */
    double error() {
        return error;
    }

    @Override
    public void close() {
        rows.close();
        next.close();
        left.close();
        triangle.close();
    }
}
