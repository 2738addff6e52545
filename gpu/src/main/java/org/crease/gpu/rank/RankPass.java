package org.crease.gpu.rank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.probes.rank.DenseChain;
import org.crease.probes.rank.FullRank;
import org.crease.probes.rank.FullRank.Extent;
import org.crease.probes.rank.RegionBatch;
import org.crease.probes.rank.Spectrum;
import org.crease.probes.rank.SquaredSpectrum;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all open maps in one precision, group after group of regions. First full rank is to be proved, by
 * {@link FullRank} with a Cholesky factor: that all its pivots are above zero proves definiteness like those of L D Lᵀ do,
 * and the bound on rounding is the same, since it is one for sums of any order. What it has beside is for divisions and roots
 * in which OpenCL allows up to three units in the last place, twelve roundoffs of each diagonal element in all. In double
 * precision what is not proved is decided by its eigenvalues.
 */
final class RankPass {
    private static final int DIVISIONS = 36; // terms whose noise is twelve roundoffs
    private static final double REFLECTIONS = 10; // roundings of an element in a step of Householder's

    private final Workspace space;
    private final Launches launches;
    private final RegionBatch batch;
    private final LiveUnits live;
    private final BitSet[] open;
    private final @Nullable Spectrum[][] found;
    private final Layout layout;

    /**
     * A pass.
     *
     * @param open links whose maps are looked for, by region; cleared where they are found
     */
    RankPass(
            Workspace space,
            RegionBatch batch,
            LiveUnits live,
            Precision precision,
            BitSet[] open,
            @Nullable Spectrum[][] found) {
        this.space = space;
        this.batch = batch;
        this.live = live;
        this.open = open;
        this.found = found;
        launches = new Launches(space);
        layout = Layout.of(batch, live, open, precision);
    }

    /** Does it; nothing where not even one region fits into the device's memory. */
    void run() throws InterruptedException {
        int[] regions = IntStream.range(0, open.length)
                .filter(region -> !open[region].isEmpty())
                .toArray();
        int most = Math.min(regions.length, layout.regionsAtOnce(space));
        if (most < 1) {
            return;
        }
        MaskedProducts products = new MaskedProducts(space, launches, batch, live, layout, most);
        GramMatrices grams =
                new GramMatrices(space, launches, layout, batch.chain().features(), most);
        for (int first = 0; first < regions.length; first += most) {
            int[] group = Arrays.copyOfRange(regions, first, Math.min(regions.length, first + most));
            products.begin(group);
            for (int link = 0; link < layout.links(); link++) {
                examine(link, group, products, grams);
            }
        }
    }

    private void examine(int link, int[] group, MaskedProducts products, GramMatrices grams)
            throws InterruptedException {
        int[] going = IntStream.range(0, group.length)
                .filter(place -> open[group[place]].length() > link)
                .toArray();
        if (going.length == 0) {
            return;
        }
        products.step(link, RegionList.of(space, going));
        int[] asked = IntStream.of(going)
                .filter(place -> open[group[place]].get(link))
                .toArray();
        if (asked.length > 0) {
            new LinkMaps(link, group, asked, products, grams).decide();
        }
    }

    /** The maps behind one link. */
    private final class LinkMaps {
        private final int link;
        private final int[] group;
        private final int[] asked;
        private final MaskedProducts products;
        private final GramMatrices grams;
        private final Memory counts;

        LinkMaps(int link, int[] group, int[] asked, MaskedProducts products, GramMatrices grams) {
            this.link = link;
            this.group = group;
            this.asked = asked;
            this.products = products;
            this.grams = grams;
            counts = products.counts(link);
        }

        void decide() throws InterruptedException {
            RegionList regions = RegionList.of(space, asked);
            grams.compute(products.rows(), counts, layout.most()[link], regions);
            double[] largest = grams.largest(counts, regions);
            double[] traces = grams.traces();
            BitSet factored = new BitSet();
            if (batch.factors().length == 0) {
                prove(traces, largest, factored);
            }
            if (layout.precision() == Precision.DOUBLE) {
                BitSet undecided = new BitSet();
                Arrays.stream(asked)
                        .filter(place -> open[group[place]].get(link))
                        .filter(place -> decidable(place, traces[place], largest[place]))
                        .forEach(undecided::set);
                diagonalize(undecided, factored, true, traces);
                diagonalize(undecided, factored, false, traces);
            }
        }

        private Extent extent(int place, double trace) {
            int rows = live.count(group[place], link);
            int columns = batch.chain().features();
            return new Extent(
                    Math.min(rows, columns),
                    Math.max(rows, columns),
                    layout.precision().roundoff(),
                    trace);
        }

        private FullRank proof(int place) {
            DenseChain chain = batch.chain();
            return new FullRank(
                    chain.links().get(link).units(), chain.features(), batch.tolerance(), products.error(place));
        }

        private void prove(double[] traces, double[] largest, BitSet factored) throws InterruptedException {
            double[] shifts = new double[traces.length];
            for (int place : asked) {
                Extent extent = extent(place, traces[place]);
                shifts[place] = proof(place).shift(extent, largest[place])
                        + FullRank.noise(DIVISIONS, extent.roundoff(), extent.trace());
                factored.set(place, proof(place).provable(extent) && shifts[place] < extent.trace() / extent.size());
            }
            if (factored.isEmpty()) {
                return;
            }
            int[] positive = grams.factor(
                    counts, shifts, RegionList.of(space, factored.stream().toArray()));
            int[] proved =
                    factored.stream().filter(place -> positive[place] == 1).toArray();
            if (proved.length > 0) {
                double[] inverse = grams.largestOfInverse(counts, RegionList.of(space, proved));
                for (int place : proved) {
                    int size = extent(place, traces[place]).size();
                    settle(place, proof(place).proved(size, shifts[place], largest[place], inverse[place]));
                }
            }
        }

        private boolean decidable(int place, double trace, double largest) {
            return asking(place, trace).decidable(trace, largest, batch.tolerance(), batch.factors());
        }

        private SquaredSpectrum asking(int place, double trace) {
            Extent extent = extent(place, trace);
            double error = FullRank.noise(extent.terms(), extent.roundoff(), trace)
                    + REFLECTIONS * FullRank.noise(extent.size(), extent.roundoff(), trace);
            DenseChain chain = batch.chain();
            return new SquaredSpectrum(chain.links().get(link).units(), chain.features(), products.error(place), error);
        }

        private void diagonalize(BitSet undecided, BitSet factored, boolean those, double[] traces)
                throws InterruptedException {
            int[] places = undecided.stream()
                    .filter(place -> factored.get(place) == those)
                    .toArray();
            if (places.length == 0) {
                return;
            }
            grams.diagonalize(counts, those, RegionList.of(space, places));
            for (int place : places) {
                double[] eigenvalues =
                        grams.eigenvalues(place, extent(place, traces[place]).size());
                Spectrum spectrum =
                        asking(place, traces[place]).decide(eigenvalues, batch.tolerance(), batch.factors());
                if (spectrum != null) {
                    settle(place, spectrum);
                }
            }
        }

        private void settle(int place, Spectrum spectrum) {
            found[group[place]][link] = spectrum;
            open[group[place]].clear(link);
        }
    }
}
