package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.LayerSelection;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** The exact partition of a window, layer by layer: {@link RegionPartition} with settings. */
final class PartitionProbe implements Probe {
    private final String name;
    private final PartitionSettings settings;

    PartitionProbe(String name, PartitionSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        return new Workload(new Chain(snapshot), settings, snapshot).cost(positions(snapshot));
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        Plane plane = PlaneChoice.of(settings, snapshot.probeSet());
        int dimension = dimension(plane.features());
        RegionPartition partition = new RegionPartition(snapshot, plane, settings.tolerance(), settings.maxRegions());
        Chain chain = new Chain(snapshot);
        RegionPartition.Route route = partition.route(chain);
        PartitionFinding finding = new PartitionFinding(snapshot, name, plane, dimension);
        List<Finding> findings = new ArrayList<>();
        @Nullable String tooMany = null;
        for (int position : positions(snapshot)) {
            if (tooMany == null) {
                try {
                    findings.add(examined(chain, position, route, finding));
                    continue;
                } catch (RegionLimitException e) {
                    tooMany = Objects.requireNonNull(e.getMessage());
                }
            }
            findings.add(finding.undefined(chain.link(position).name(), tooMany));
        }
        return findings;
    }

    private static Finding examined(Chain chain, int position, RegionPartition.Route route, PartitionFinding finding)
            throws InterruptedException {
        String layer = chain.link(position).name();
        String obstacle = chain.link(position).obstacle();
        if (obstacle == null) {
            LayerRegions regions = route.regions(position);
            return position == chain.size() - 1 ? finding.of(regions, route.values(position)) : finding.of(regions);
        }
        return chain.endsSmoothly(position)
                ? finding.undefined(layer, obstacle, route.values(position))
                : finding.undefined(layer, obstacle);
    }

    private int dimension(int features) {
        Integer asked = settings.dimension();
        if (asked != null && asked > features) {
            throw new ProbeException("dimension is " + asked + "; expected at most " + features
                    + ", the number of features of the network's input");
        }
        return asked == null ? features : asked;
    }

    /** Positions of the layers asked for, ascending. */
    private List<Integer> positions(Snapshot snapshot) {
        Chain chain = new Chain(snapshot);
        return new LayerSelection(settings.layers())
                .of(snapshot).stream().map(chain::position).sorted().toList();
    }
}
