package org.crease.benchmarks.gpu;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.rank.DenseChain;
import org.crease.probes.rank.ProcessorRanks;
import org.crease.probes.rank.RankKernel;
import org.crease.probes.rank.RegionBatch;
import org.crease.probes.rank.Tolerance;

/** Ranks of the regions of random inputs, behind every layer of a ReLU network with random weights. */
final class RankWork {
    private final int inputs;
    private final int[] widths;
    private final SplittableRandom random = new SplittableRandom(7);

    private RankWork(int inputs, int... widths) {
        this.inputs = inputs;
        this.widths = widths;
    }

    /**
     * The work.
     *
     * @param inputs number of regions, but for a rare coincidence
     * @param widths number of features, then of each layer's units
     */
    static Work of(int inputs, int... widths) throws InterruptedException {
        RegionBatch batch = new RankWork(inputs, widths).batch();
        String network = String.join(
                "-", Arrays.stream(widths).mapToObj(Integer::toString).toList());
        return new Work(
                "ranks",
                inputs + " in " + network,
                Ceilings.Kind.FLOATS,
                2 * batch.operations(),
                kernels -> ranks(batch, kernels));
    }

    private static Supplier<Object> ranks(RegionBatch batch, Kernels kernels) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        var found = kernels.kernel(RankKernel.class, batch.operations())
                .orElseGet(() -> new ProcessorRanks(threads))
                .spectra(batch);
        return () -> Stream.of(found)
                .flatMap(Stream::of)
                .map(spectrum -> spectrum == null ? "undecided" : "rank " + spectrum.rank())
                .toList();
    }

    private RegionBatch batch() throws InterruptedException {
        List<float[]> weights = IntStream.range(1, widths.length)
                .mapToObj(layer -> drawn(widths[layer] * widths[layer - 1], Math.sqrt(2.0 / widths[layer - 1])))
                .toList();
        BitSet[][] patterns = new BitSet[inputs][];
        BitSet[] asked = new BitSet[inputs];
        for (int region = 0; region < inputs; region++) {
            patterns[region] = patterns(weights);
            asked[region] = new BitSet();
            asked[region].set(0, weights.size());
        }
        double[] inactive = new double[weights.size()];
        inactive[inactive.length - 1] = 1; // the last layer is linear
        return new RegionBatch(
                DenseChain.of(widths[0], weights), inactive, patterns, asked, new Tolerance.Float32(), new double[0]);
    }

    private BitSet[] patterns(List<float[]> weights) {
        BitSet[] patterns = new BitSet[weights.size()];
        float[] values = drawn(widths[0], 1);
        for (int layer = 0; layer < patterns.length; layer++) {
            float[] next = new float[widths[layer + 1]];
            patterns[layer] = new BitSet();
            for (int unit = 0; unit < next.length; unit++) {
                float sum = 0;
                for (int k = 0; k < values.length; k++) {
                    sum += weights.get(layer)[unit * values.length + k] * values[k];
                }
                next[unit] = Math.max(0, sum);
                patterns[layer].set(unit, sum > 0);
            }
            values = next;
        }
        return patterns;
    }

    private float[] drawn(int count, double width) {
        float[] numbers = new float[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = (float) (width * random.nextGaussian());
        }
        return numbers;
    }
}
