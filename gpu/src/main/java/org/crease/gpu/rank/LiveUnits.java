package org.crease.gpu.rank;

import java.util.BitSet;
import org.crease.probes.rank.DenseChain.Link;
import org.crease.probes.rank.RegionBatch;

/** The units with a slope other than zero, by region and link: what kernels are told of patterns. */
final class LiveUnits {
    private final RegionBatch batch;
    private final int[][] counts;

    LiveUnits(RegionBatch batch) {
        this.batch = batch;
        counts = new int[batch.size()][batch.chain().links().size()];
        for (int region = 0; region < counts.length; region++) {
            for (int link = 0; link < counts[region].length; link++) {
                counts[region][link] = batch.alive(region, link).cardinality();
            }
        }
    }

    int count(int region, int link) {
        return counts[region][link];
    }

    /** Whether no unit of the link, or of one before it, is alive. */
    boolean dead(int region, int link) {
        for (int before = 0; before <= link; before++) {
            if (counts[region][before] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The numbers of the units, so many places a region: n for an active unit, -n - 1 for another. */
    int[] codes(int[] regions, int link, int places) {
        int[] codes = new int[regions.length * places];
        for (int i = 0; i < regions.length; i++) {
            BitSet alive = batch.alive(regions[i], link);
            BitSet active = batch.patterns()[regions[i]][link];
            int next = i * places;
            for (int unit = alive.nextSetBit(0); unit >= 0; unit = alive.nextSetBit(unit + 1)) {
                codes[next++] = active.get(unit) ? unit : -unit - 1;
            }
        }
        return codes;
    }

    /** The squared Frobenius norm of the rows of a link's weights, times their slopes. */
    double squares(int region, int link) {
        Link weights = batch.chain().links().get(link);
        double slope = batch.inactive()[link];
        BitSet active = batch.patterns()[region][link];
        double sum = 0;
        for (int unit = 0; unit < weights.units(); unit++) {
            sum += (active.get(unit) ? 1 : slope * slope) * weights.squares()[unit];
        }
        return sum;
    }
}
