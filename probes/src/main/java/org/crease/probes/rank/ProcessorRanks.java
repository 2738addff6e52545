package org.crease.probes.rank;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the processor proves of a batch in single precision, by {@link SingleProduct} and {@link FullRank}, as
 * {@link RankProbe} does before it turns to double precision; the rest is left undecided. To hold devices against.
 */
public final class ProcessorRanks implements RankKernel {
    private final int threads;

    /** On so many threads, at least 1; the result does not depend on it. */
    public ProcessorRanks(int threads) {
        this.threads = threads;
    }

    @Override
    public String device() {
        return "processor";
    }

    @Override
    public @Nullable Spectrum[][] spectra(RegionBatch batch) throws InterruptedException {
        @Nullable
        Spectrum[][] found =
                new @Nullable Spectrum[batch.size()][batch.chain().links().size()];
        Workers.run(threads, 0, batch.size(), () -> new SingleProduct(batch.chain()), (region, product) -> {
            prove(batch, region, product, found[region]);
        });
        return found;
    }

    private static void prove(RegionBatch batch, int region, SingleProduct product, @Nullable Spectrum[] found)
            throws InterruptedException {
        BitSet asked = batch.asked()[region];
        for (int link = 0; link < asked.length(); link++) {
            product.multiply(link, slopes(batch, region, link));
            if (asked.get(link)) {
                int units = batch.chain().links().get(link).units();
                found[link] = product.empty()
                        ? Spectrum.zero(batch.factors())
                        : FullRank.prove(
                                product.gram(), units, batch.chain().features(), batch.tolerance(), product.error());
            }
        }
    }

    private static double[] slopes(RegionBatch batch, int region, int link) {
        double[] slopes = new double[batch.chain().links().get(link).units()];
        for (int unit = 0; unit < slopes.length; unit++) {
            slopes[unit] = batch.patterns()[region][link].get(unit) ? 1 : batch.inactive()[link];
        }
        return slopes;
    }
}
