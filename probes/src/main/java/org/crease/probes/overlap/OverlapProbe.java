package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.PointClasses;
import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.LayerSelection;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;

/**
 * Explains the Betti numbers of each layer by what the network has glued: the input cloud with the glued inputs made points,
 * by rank alone and by rank and overlap, beside the layer's own cloud (K. Beshkov, arXiv:2502.01360; fact: when every region's
 * part of the data is convex, the layer's image has the homology of the quotient). What a finding holds:
 * {@link OverlapFinding}.
 */
final class OverlapProbe implements Probe {
    private final String name;
    private final OverlapSettings settings;
    private final long seed;
    private final VietorisRips engine;
    private final Kernels kernels;

    OverlapProbe(String name, OverlapSettings settings, long seed) {
        this(name, settings, seed, Kernels.found());
    }

    /**
     * A probe.
     *
     * @param kernels devices that it may use
     */
    OverlapProbe(String name, OverlapSettings settings, long seed, Kernels kernels) {
        this.kernels = kernels;
        this.name = name;
        this.settings = settings;
        this.seed = seed;
        engine = VietorisRips.upToDimension(settings.dimension()).withThreads(1); // the others are for training
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        return workload(snapshot).cost(engine);
    }

    private OverlapWorkload workload(Snapshot snapshot) {
        return new OverlapWorkload(
                new PiecewiseNetwork(snapshot),
                selected(snapshot),
                Sample.most(snapshot, settings),
                settings.wholeRegions());
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        refuseIfTooLarge(workload(snapshot));
        PiecewiseNetwork network = new PiecewiseNetwork(snapshot);
        BitSet selected = selected(snapshot);
        Sample sample = Sample.of(snapshot, settings, seed);
        double[][] points =
                sample.of(OverlapDecomposition.points(snapshot.probeSet().inputs(), "probe inputs"));
        GluingRules rules = new GluingRules(
                minRank(network.features()),
                settings.tolerance(),
                settings.equalWithin(),
                settings.reach(),
                settings.wholeRegions());
        Map<String, LayerGluing> gluings = new HashMap<>();
        OverlapDecomposition.of(network, selected, rules, points)
                .forEach(gluing -> gluings.put(gluing.layer(), gluing));
        Set<String> told = Collections.synchronizedSet(new LinkedHashSet<>());
        Kernels devices = kernels.telling(told::add);
        VietorisRips telling = engine.on(devices);
        DistanceMatrix distances = DistanceMatrix.of(
                settings.metric().on(sample.cloud(snapshot.probeSet().inputs(), "probe inputs"), devices));
        Explanation.Scaled ofInput = scaled(telling, distances);
        List<Finding> findings = new ArrayList<>();
        for (int position = selected.nextSetBit(0); position >= 0; position = selected.nextSetBit(position + 1)) {
            LayerSnapshot layer = snapshot.layers().get(position);
            LayerGluing gluing = gluings.get(layer.name());
            Explanation explanation = new Explanation(
                    settings.betti(),
                    ofInput,
                    gluing == null ? null : quotient(telling, distances, gluing.byRank()),
                    gluing == null ? null : quotient(telling, distances, gluing.byOverlap()),
                    scaled(
                            telling,
                            DistanceMatrix.of(settings.metric()
                                    .on(sample.cloud(layer.activations(), "layer " + layer.name()), devices))));
            String obstacle = network.layers().get(position).obstacle();
            findings.add(new OverlapFinding(
                            layer.name(), sample.ids(snapshot.probeSet()), explanation, gluing, obstacle, told)
                    .at(snapshot.step(), name));
        }
        return findings;
    }

    private static Explanation.Scaled scaled(VietorisRips engine, DistanceMatrix distances)
            throws InterruptedException {
        double diameter = 0;
        for (int k = 0; k < distances.pairs(); k++) {
            double distance = distances.entry(k);
            diameter = distance < Double.POSITIVE_INFINITY ? Math.max(diameter, distance) : diameter;
        }
        return new Explanation.Scaled(engine.diagrams(distances), diameter);
    }

    private Diagrams quotient(VietorisRips telling, DistanceMatrix distances, PointClasses classes)
            throws InterruptedException {
        return telling.diagrams(
                QuotientMetric.by(settings.distance()).of(distances, classes).distances());
    }

    private int minRank(int features) {
        Integer asked = settings.minRank();
        if (asked != null && asked > features) {
            throw new ProbeException("min-rank is " + asked + "; expected at most " + features
                    + ", the number of features of the network's input");
        }
        return asked == null ? features : asked;
    }

    private void refuseIfTooLarge(OverlapWorkload workload) {
        long needed = workload.cost(engine).bytes();
        long available = Runtime.getRuntime().maxMemory();
        if (needed > available) {
            throw new ProbeException("probe " + name + ": " + workload.inputs() + " inputs, up to "
                    + workload.questions() + " questions and about " + workload.programs()
                    + " linear programs, with maps of up to "
                    + workload.mostUnits() + " x " + workload.features() + " numbers, need about " + needed / 1_000_000
                    + " MB, Java may use "
                    + available / 1_000_000
                    + " MB; set max-inputs, choose fewer or earlier layers, or start Java with a larger -Xmx");
        }
    }

    /** Positions of the layers asked for. */
    private BitSet selected(Snapshot snapshot) {
        List<String> names = new LayerSelection(settings.layers()).of(snapshot);
        BitSet selected = new BitSet();
        for (int i = 0; i < snapshot.layers().size(); i++) {
            selected.set(i, names.contains(snapshot.layers().get(i).name()));
        }
        return selected;
    }
}
