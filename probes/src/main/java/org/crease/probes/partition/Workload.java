package org.crease.probes.partition;

import java.util.BitSet;
import java.util.List;
import org.crease.probes.Cost;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.Snapshot;

/**
 * What an examination takes, from shapes alone. How many regions there will be nobody knows before: taken are as many as N
 * lines in general position make, 1 + N + N(N - 1)/2 for N units, or max-regions where that is less. B. Hanin and D. Rolnick, <i>Deep
 * ReLU networks have surprisingly few activation patterns</i>, NeurIPS 2019, found that order, at most, in untrained networks;
 * networks of this repository had between 0.4 and 1.2 times as many. One built on purpose may have any number.
 */
final class Workload {
    private static final double FLOPS_A_SECOND = 1e10;
    private static final double SECONDS_A_VISIT = 2e-8;
    private static final double SECONDS_A_REGION = 1e-5;
    /** Numbers kept beside the units of a region: its polygon, codeword, borders. */
    private static final int NUMBERS_A_REGION = 100;

    private final Chain chain;
    private final PartitionSettings settings;
    private final Snapshot snapshot;

    Workload(Chain chain, PartitionSettings settings, Snapshot snapshot) {
        this.chain = chain;
        this.settings = settings;
        this.snapshot = snapshot;
    }

    /** The cost of the partitions by these layers. */
    Cost cost(List<Integer> positions) {
        BitSet needed = new BitSet();
        positions.stream()
                .filter(position -> chain.link(position).obstacle() == null)
                .forEach(position -> needed.or(chain.needed(position)));
        double lines = 0;
        double seconds = 0;
        long widest = 0;
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            Chain.Link link = chain.link(i);
            double before = regions(lines);
            seconds += 3 * before * 2 * products(link) / FLOPS_A_SECOND;
            double own = lines(link);
            lines += own;
            seconds += own * regions(lines) * SECONDS_A_VISIT;
            seconds += positions.contains(i) ? regions(lines) * SECONDS_A_REGION : 0;
            widest = Math.max(
                    widest, 4L * link.units() + link.layer().inputs().size() * 2L * product(link.inputShape()));
        }
        double bytes = Double.BYTES * regions(lines) * (widest + NUMBERS_A_REGION + lines / Long.SIZE);
        return new Cost(seconds, (long) bytes)
                .then(needed.isEmpty() ? new Cost(0, 0) : ranks(positions, regions(lines)));
    }

    /** Lines that a layer cuts along; of max pooling, one for each candidate but the first. */
    private static double lines(Chain.Link link) {
        double own = link.switches() ? link.units() : 0;
        if (link.layer().map() instanceof LayerMap.MaxPooling pooling) {
            int[] kernel = pooling.window().kernel();
            own += link.units() * (kernel[0] * kernel[1] - 1.0);
        }
        return own;
    }

    private double regions(double lines) {
        return Math.min(settings.maxRegions(), 1 + lines + lines * (lines - 1) / 2);
    }

    /** Products of a number and a weight that make one value of the layer. */
    private static double products(Chain.Link link) {
        if (link.layer().map() instanceof LayerMap.Dense dense) {
            return dense.weights().length();
        } else if (link.layer().map() instanceof LayerMap.Convolution convolution) {
            return (double) convolution.weights().length() * link.units() / link.shape()[0];
        }
        return link.units();
    }

    private static long product(int[] extents) {
        long product = 1;
        for (int extent : extents) {
            product *= extent;
        }
        return product;
    }

    /** On a plane through a wider input the rank probe is asked at a point of each region. */
    private Cost ranks(List<Integer> positions, double regions) {
        if (chain.features() == 2 || snapshot.probeSet().size() == 0) {
            return new Cost(0, 0);
        }
        List<String> layers = positions.stream()
                .map(chain::link)
                .filter(link -> link.obstacle() == null)
                .map(Chain.Link::name)
                .toList();
        Cost cost = RegionPartition.rankProbe(layers, settings.tolerance()).cost(snapshot);
        return new Cost(cost.seconds() * regions / snapshot.probeSet().size(), cost.bytes());
    }
}
