package org.crease.probes.topology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.representative.Bar;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.cloud.LayerCloud;
import org.crease.probes.cloud.LayerClouds;
import org.crease.probes.snapshot.Snapshot;

/**
 * Persistent homology of each layer's activations on the probe set: the Vietoris-Rips filtration up to the enclosing
 * radius, over Z/2, dimension 0 and 1. What a finding holds: {@link TopologyFinding}.
 *
 * <p>G. Naitzat, A. Zhitnikov, L.-H. Lim, <i>Topology of deep neural networks</i>, JMLR 21, 2020, followed Betti numbers
 * through the layers of trained networks this way; E. Purvine et al., <i>Experimental observations of the topology of
 * convolutional neural network activations</i>, AAAI 2023, diagrams; G. Magai, arXiv:2306.03406, sums of lifespans.
 */
final class TopologyProbe implements Probe {
    private static final int REPRESENTING = 3; // passes that diagrams and representatives take, about

    private static final String ADVICE = "take fewer with subsample, or dimension: 0, or start Java with a larger -Xmx";

    private final String name;
    private final TopologySettings settings;
    private final LayerClouds clouds;
    private final VietorisRips engine;
    private final Kernels kernels;

    TopologyProbe(String name, TopologySettings settings, long seed) {
        this(name, settings, seed, Kernels.found());
    }

    /**
     * A probe.
     *
     * @param kernels devices that it may use
     */
    TopologyProbe(String name, TopologySettings settings, long seed, Kernels kernels) {
        this.name = name;
        this.kernels = kernels;
        this.settings = settings;
        this.clouds = new LayerClouds(settings.cloud(), seed);
        this.engine = VietorisRips.upToDimension(settings.dimension()).withThreads(1); // the others are for training
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        return clouds.total(snapshot, layer -> cost(snapshot, layer));
    }

    private Cost cost(Snapshot snapshot, String layer) {
        int points = clouds.points(snapshot);
        Cost cloud = clouds.cost(snapshot, layer);
        int passes = representing() ? REPRESENTING : 1;
        return new Cost(
                cloud.seconds() + passes * engine.seconds(points), cloud.bytes() + passes * engine.bytes(points));
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        List<String> layers = clouds.layers(snapshot);
        for (String layer : layers) {
            clouds.requireMemory(snapshot, name, layer, cost(snapshot, layer), ADVICE);
        }
        List<Finding> findings = new ArrayList<>();
        for (String layer : layers) {
            LayerCloud cloud = clouds.of(snapshot, layer);
            Set<String> told = Collections.synchronizedSet(new LinkedHashSet<>());
            VietorisRips telling = engine.on(kernels.telling(told::add));
            Diagrams diagrams = telling.diagrams(cloud.space());
            List<Bar> bars = bars(telling, cloud, diagrams);
            findings.add(
                    new TopologyFinding(settings, cloud, diagrams, bars, List.copyOf(told)).at(snapshot.step(), name));
        }
        return findings;
    }

    /** Which bars are the longest is known once all are, so representatives take a second pass. */
    private List<Bar> bars(VietorisRips telling, LayerCloud cloud, Diagrams diagrams) throws InterruptedException {
        if (!representing()) {
            return List.of();
        }
        return telling.representatives(cloud.space(), new LongestBars(diagrams, settings.representatives()).selection())
                .bars();
    }

    private boolean representing() {
        return settings.representatives() > 0 && settings.dimension() > 0;
    }
}
