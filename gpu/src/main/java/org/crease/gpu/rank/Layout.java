package org.crease.gpu.rank;

import java.util.BitSet;
import java.util.List;
import org.crease.gpu.work.Workspace;
import org.crease.probes.rank.DenseChain.Link;
import org.crease.probes.rank.RegionBatch;

/**
 * Where things lie in the device's memory, and so how many regions fit into it at once.
 *
 * @param links number of links that are multiplied out
 * @param most live units, by link
 * @param stride numbers from one region's product to the next one's
 * @param side rows, and numbers of a row, of a Gram matrix
 * @param precision of the numbers
 * @param weights of all links, in numbers
 */
record Layout(int links, int[] most, long stride, int side, Precision precision, long weights) {
    /** Vectors that a region has for Lanczos' method and for its eigenvalues, as in rank.h. */
    static final int VECTORS = 7;

    private static final int BESIDE = 2; // vectors: diagonals, eigenvalues
    private static final int NUMBERS_OF_REGION = 8; // trace and others
    private static final int MOST_REGIONS = 1 << 20;

    /** For the maps that are open, by region. */
    static Layout of(RegionBatch batch, LiveUnits live, BitSet[] open, Precision precision) {
        List<Link> chain = batch.chain().links();
        int[] most = new int[chain.size()];
        long stride = 1;
        int side = 1;
        int links = 0;
        long weights = 0;
        for (int region = 0; region < open.length; region++) {
            links = Math.max(links, open[region].length());
            for (int link = 0; link < open[region].length(); link++) {
                int count = live.count(region, link);
                most[link] = Math.max(most[link], count);
                stride = Math.max(stride, (long) count * batch.chain().features());
                side = open[region].get(link)
                        ? Math.max(side, Math.min(count, batch.chain().features()))
                        : side;
            }
        }
        for (int link = 0; link < links; link++) {
            weights += chain.get(link).weights().length;
        }
        return new Layout(links, most, stride, side, precision, weights);
    }

    /** How many regions fit; none where the device is too small. */
    int regionsAtOnce(Workspace space) {
        long free = space.freeMemory() - Float.BYTES * weights - (long) precision.bytes() * side;
        long largest = precision.bytes() * Math.max(stride, (long) side * side);
        return (int) Math.min(
                MOST_REGIONS, Math.min(free / bytesOfRegion(), space.info().largestBlock() / largest));
    }

    private long bytesOfRegion() {
        long numbers = 2 * stride + (long) side * side + (long) (VECTORS + BESIDE) * side + NUMBERS_OF_REGION;
        long indices = NUMBERS_OF_REGION;
        for (int link = 0; link < links; link++) {
            indices += most[link] + 1L;
        }
        return precision.bytes() * numbers + Integer.BYTES * indices;
    }
}
