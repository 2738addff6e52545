package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.ProbeException;
import org.crease.probes.rank.DenseChain.Link;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the composed map of each region, layer by layer. Regions are independent and are spread over threads.
 *
 * <p>A network that begins with dense layers is first multiplied out in single precision, which proves most full ranks;
 * only what is not proved there is multiplied out again in double precision. The first {@value #TRIALS} regions show in
 * which layers that pays, so that later regions do not try in vain. A device, where there is one, does both for all regions
 * at once; what it leaves undecided, and all if it fails, is done here.
 */
final class RegionSpectra {
    private static final int TRIALS = 16;

    private final Network network;
    private final int[] inputs;
    private final Codewords codewords;
    private final Tolerance tolerance;
    private final double[] factors;
    private final DenseChain chain;
    private final int[] linkOf;
    private boolean onDevice;
    private final Spectrum[][] spectra;
    private final List<Region> regions = new ArrayList<>();

    /** An input, and the layers in which it is the first of its region. */
    private record Region(int input, BitSet layers) {}

    private RegionSpectra(Network network, BitSet layers, int[] inputs, Codewords codewords, RankSettings settings)
            throws InterruptedException {
        this.network = network;
        this.inputs = inputs;
        this.codewords = codewords;
        tolerance = settings.tolerance();
        factors = settings.factors();
        spectra = new Spectrum[network.layers().size()][inputs.length];
        chain = DenseChain.of(network, network.needed(layers));
        linkOf = new int[network.layers().size()];
        for (int layer = 0; layer < linkOf.length; layer++) {
            linkOf[layer] = chain.linkOf(network, layer);
        }
    }

    /** By layer and input, in the layers asked for. Notes the device, if one took part: estimates of margins hang on it. */
    static Spectrum[][] compute(
            Network network,
            BitSet layers,
            int[] inputs,
            Codewords codewords,
            RankSettings settings,
            Propagation propagation,
            Kernels kernels,
            List<String> notes)
            throws InterruptedException {
        RegionSpectra work = new RegionSpectra(network, layers, inputs, codewords, settings);
        int[][] representatives = work.collectRegions(layers);
        work.askDevice(kernels, notes);
        work.run(propagation, settings.threads());
        layers.stream().forEach(layer -> work.share(layer, representatives[layer]));
        return work.spectra;
    }

    private int[][] collectRegions(BitSet layers) {
        int[][] representatives = new int[network.layers().size()][];
        layers.stream()
                .forEach(layer -> representatives[layer] =
                        Codewords.representatives(codewords.regions()[layer]));
        for (int i = 0; i < inputs.length; i++) {
            int input = i;
            BitSet first = new BitSet();
            layers.stream()
                    .filter(layer -> representatives[layer][input] == input)
                    .forEach(first::set);
            if (!first.isEmpty()) {
                regions.add(new Region(input, first));
            }
        }
        return representatives;
    }

    /** Takes what a device decides; the regions keep the layers that it leaves open. */
    private void askDevice(Kernels kernels, List<String> notes) throws InterruptedException {
        if (chain.links().isEmpty() || !chain.exact()) {
            return;
        }
        RegionBatch batch = batch();
        if (batch.size() > 0) {
            @Nullable
            Spectrum[][] found = kernels.run(
                    RankKernel.class,
                    batch.operations(),
                    kernel -> {
                        @Nullable Spectrum[][] decided = kernel.spectra(batch);
                        onDevice = true;
                        if (factors.length == 0 && decidesAny(decided)) {
                            notes.add("regions were examined on " + kernel.device()
                                    + ": margins above 1 are its estimates");
                        }
                        return decided;
                    },
                    () -> new @Nullable Spectrum[batch.size()][chain.links().size()]);
            take(found);
        }
    }

    private static boolean decidesAny(@Nullable Spectrum[][] found) {
        return Arrays.stream(found).flatMap(Arrays::stream).anyMatch(Objects::nonNull);
    }

    /** The regions with layers in the chain, in their order. */
    private RegionBatch batch() {
        int links = chain.links().size();
        double[] inactive = new double[links];
        for (int link = 0; link < links; link++) {
            inactive[link] = Derivatives.piecewise(
                    network.layer(chain.links().get(link).position()).activation(), false);
        }
        List<BitSet[]> patterns = new ArrayList<>();
        List<BitSet> asked = new ArrayList<>();
        for (Region region : regions) {
            BitSet ends = new BitSet();
            region.layers().stream().filter(layer -> linkOf[layer] >= 0).forEach(layer -> ends.set(linkOf[layer]));
            if (!ends.isEmpty()) {
                asked.add(ends);
                patterns.add(chain.links().stream()
                        .map(link -> codewords.patterns()[link.position()][region.input()])
                        .toArray(BitSet[]::new));
            }
        }
        return new RegionBatch(
                chain, inactive, patterns.toArray(BitSet[][]::new), asked.toArray(BitSet[]::new), tolerance, factors);
    }

    private void take(@Nullable Spectrum[][] found) {
        int next = 0;
        for (Region region : regions) {
            int[] open =
                    region.layers().stream().filter(layer -> linkOf[layer] >= 0).toArray();
            for (int layer : open) {
                Spectrum spectrum = found[next][linkOf[layer]];
                if (spectrum != null) {
                    spectra[layer][region.input()] = spectrum;
                    region.layers().clear(layer);
                }
            }
            next += open.length > 0 ? 1 : 0;
        }
        regions.removeIf(region -> region.layers().isEmpty());
    }

    private void run(Propagation propagation, int threads) throws InterruptedException {
        int trials = Math.min(TRIALS, regions.size());
        boolean single = factors.length == 0 && !onDevice;
        BitSet all = new BitSet();
        for (int layer = 0; layer < linkOf.length; layer++) {
            all.set(layer, single && linkOf[layer] >= 0);
        }
        DenseChain tried = single ? chain : new DenseChain(List.of(), network.features(), true);
        int[][] proofs = new int[trials][];
        Workers.run(threads, 0, trials, () -> new SingleProduct(tried), (number, product) -> {
            proofs[number] = examine(regions.get(number), all, product, propagation);
        });
        BitSet pays = paying(proofs, all);
        Workers.run(threads, trials, regions.size(), () -> new SingleProduct(tried), (number, product) -> {
            examine(regions.get(number), pays, product, propagation);
        });
    }

    /** The layers in which at least half of the trials were proofs. */
    private BitSet paying(int[][] proofs, BitSet tried) {
        BitSet pays = (BitSet) tried.clone();
        for (int layer = 0; layer < linkOf.length; layer++) {
            int attempts = 0;
            int proved = 0;
            for (int trial = 0; trial < proofs.length; trial++) {
                attempts += regions.get(trial).layers().get(layer) ? 1 : 0;
                proved += proofs[trial][layer];
            }
            pays.set(layer, pays.get(layer) && 2 * proved >= attempts);
        }
        return pays;
    }

    /** Returns a one for each layer whose full rank was proved in single precision. */
    private int[] examine(Region region, BitSet single, SingleProduct product, Propagation propagation)
            throws InterruptedException {
        int[] proofs = new int[linkOf.length];
        BitSet open = (BitSet) region.layers().clone();
        BitSet tried = (BitSet) open.clone();
        tried.and(single);
        int last = tried.stream().map(layer -> linkOf[layer]).max().orElse(-1);
        for (int index = 0; index <= last; index++) {
            product.multiply(index, slopes(chain.links().get(index), region.input()));
            for (int layer = tried.nextSetBit(0); layer >= 0; layer = tried.nextSetBit(layer + 1)) {
                if (linkOf[layer] == index) {
                    Spectrum proved = proved(product, network.layer(layer).units());
                    if (proved != null) {
                        spectra[layer][region.input()] = proved;
                        proofs[layer] = 1;
                        open.clear(layer);
                    }
                }
            }
        }
        if (!open.isEmpty()) {
            propagation.walk(inputs[region.input()], open, (layer, jacobian) -> {
                spectra[layer][region.input()] = spectrum(layer, jacobian);
            });
        }
        return proofs;
    }

    private @Nullable Spectrum proved(SingleProduct product, int units) throws InterruptedException {
        return product.empty()
                ? Spectrum.zero(factors)
                : FullRank.prove(product.gram(), units, network.features(), tolerance, product.error());
    }

    private double[] slopes(Link link, int input) {
        Layer layer = network.layer(link.position());
        BitSet pattern = codewords.patterns()[link.position()][input];
        double[] slopes = new double[link.units()];
        for (int unit = 0; unit < slopes.length; unit++) {
            slopes[unit] = Derivatives.piecewise(layer.activation(), pattern.get(unit));
        }
        return slopes;
    }

    private Spectrum spectrum(int layer, Jacobian jacobian) throws InterruptedException {
        try {
            return SingularValues.spectrum(jacobian, network.features(), tolerance, factors);
        } catch (ProbeException e) {
            throw new ProbeException("layer " + network.layer(layer).name() + ": " + e.getMessage(), e);
        }
    }

    private void share(int layer, int[] representatives) {
        for (int i = 0; i < representatives.length; i++) {
            spectra[layer][i] = spectra[layer][representatives[i]];
        }
    }
}
