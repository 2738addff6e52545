package org.crease.probes.quotient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.PointClasses;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.LayerCloud;
import org.crease.probes.cloud.LayerClouds;
import org.crease.probes.rank.RankProvider;
import org.crease.probes.rank.RankSettings;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;

/**
 * The homology of the network's input with the collapsed regions of each layer made points, beside that of the input itself
 * and of the layer. A region is collapsed where the rank of the affine map to the layer is below the dimension asked for;
 * it becomes a point when two inputs at least lie in it. What a finding holds: {@link QuotientFinding}.
 *
 * <p>K. Beshkov, G. Einevoll, <i>A rank decomposition for the topological classification of neural representations</i>,
 * arXiv:2404.19710. Cost: that of the rank probe, of three Vietoris-Rips filtrations a layer (two where nothing
 * collapsed), and of the distances between their diagrams.
 */
final class QuotientProbe implements Probe {
    private final String name;
    private final QuotientSettings settings;
    private final Filtrations filtrations;
    private final LayerClouds clouds;
    private final Probe ranks;
    private final Kernels kernels;

    QuotientProbe(String name, QuotientSettings settings, long seed) {
        this(name, settings, seed, Kernels.found());
    }

    /**
     * A probe.
     *
     * @param kernels devices that it may use for homology
     */
    QuotientProbe(String name, QuotientSettings settings, long seed, Kernels kernels) {
        this.kernels = kernels;
        this.name = name;
        this.settings = settings;
        this.filtrations = new Filtrations(settings);
        this.clouds = new LayerClouds(filtrations.wholeClouds(), seed);
        RankSettings asked = new RankSettings(
                settings.cloud().layers(), settings.tolerance(), null, null, false, List.of(), false, 1);
        this.ranks = new RankProvider().create(name, asked, seed);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        Cost total = ranks.cost(snapshot).then(homologyCost(snapshot, LayerSnapshot.NETWORK_INPUT));
        for (String layer : clouds.layers(snapshot)) {
            total = total.then(homologyCost(snapshot, LayerSnapshot.NETWORK_INPUT))
                    .then(homologyCost(snapshot, layer));
        }
        return total;
    }

    private Cost homologyCost(Snapshot snapshot, String layer) {
        Cost cloud = clouds.cost(snapshot, layer);
        Cost homology = filtrations.cost(clouds.points(snapshot));
        return new Cost(cloud.seconds() + homology.seconds(), cloud.bytes() + homology.bytes());
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        int minRank = minRank(snapshot);
        requireMemory(snapshot);
        Set<String> failures = Collections.synchronizedSet(new LinkedHashSet<>());
        Filtrations telling = filtrations.on(kernels.telling(failures::add));
        LayerCloud cloud = clouds.of(snapshot, LayerSnapshot.NETWORK_INPUT);
        DistanceMatrix space = DistanceMatrix.of(cloud.space());
        Input input = new Input(cloud, space, telling.of(space));
        List<Finding> findings = new ArrayList<>();
        for (Finding rank : ranks.examine(snapshot)) {
            findings.add(
                    rank.arrays().isEmpty()
                            ? QuotientFinding.undefined(rank, name, settings)
                            : examined(rank, minRank, input, clouds.of(snapshot, rank.layer()), telling, failures));
        }
        return findings;
    }

    /** The network's input. */
    private record Input(LayerCloud cloud, DistanceMatrix space, Diagrams diagrams) {}

    private Finding examined(
            Finding rank, int minRank, Input input, LayerCloud layer, Filtrations telling, Set<String> failures)
            throws InterruptedException {
        int[] ids = input.cloud.ids();
        PointClasses classes = new CollapsedRegions(rank, minRank).of(ids);
        Diagrams quotient = telling.ofQuotient(
                input.space, settings.collapse() == Collapse.WHOLE_SET ? classes.merged() : classes, input.diagrams);
        Diagrams own = telling.of(layer.space());
        return new QuotientFinding(settings, ids, classes, input.diagrams, quotient, own)
                .at(rank.step(), rank.layer(), name, notes(rank, layer, failures));
    }

    private static List<String> notes(Finding rank, LayerCloud layer, Set<String> failures) {
        Set<String> notes = new LinkedHashSet<>(rank.notes());
        notes.addAll(layer.notes());
        notes.addAll(failures);
        return List.copyOf(notes);
    }

    private int minRank(Snapshot snapshot) {
        long features =
                LongStream.of(snapshot.probeSet().inputs().shape()).skip(1).reduce(1, Math::multiplyExact);
        Integer asked = settings.minRank();
        if (asked != null && asked > features) {
            throw new ProbeException("probe " + name + ": min-rank is " + asked + "; expected at most " + features
                    + ", the number of features of the network's input");
        }
        return asked == null ? Math.toIntExact(features) : asked;
    }

    private void requireMemory(Snapshot snapshot) {
        long needed = cost(snapshot).bytes();
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new ProbeException("probe " + name + ": " + clouds.points(snapshot) + " points need about "
                    + needed / 1_000_000 + " MB, Java may use " + available / 1_000_000
                    + " MB; take fewer with cloud.subsample, or a lower dimension, or start Java with a larger -Xmx");
        }
    }
}
