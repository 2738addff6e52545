package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Cancellation;

/** Makes the regions of the layer that a walk has come to into a result that stands by itself. */
final class Assembly {
    private final Chain chain;
    private final Walk walk;
    private final int position;

    Assembly(Chain chain, Walk walk, int position) {
        this.chain = chain;
        this.walk = walk;
        this.position = position;
    }

    /** The regions, with these ranks. */
    LayerRegions regions(int[] ranks) throws InterruptedException {
        Chain.Link link = chain.link(position);
        List<BitSet> codewords = walk.codewords().all();
        int[] active = new int[codewords.size()];
        int[] inAll = new int[codewords.size()];
        long[] hashes = new long[codewords.size()];
        int first = walk.firstBit(position);
        for (int face = 0; face < active.length; face++) {
            Cancellation.check();
            BitSet codeword = codewords.get(face);
            active[face] =
                    link.switches() ? codeword.get(first, first + link.units()).cardinality() : link.units();
            inAll[face] = codeword.cardinality();
            hashes[face] = walk.field(position).hash(face);
        }
        Winners winners = walk.winners();
        return new LayerRegions(
                link.name(),
                Polygons.of(walk.plane()),
                hashes,
                codewords,
                winners,
                ranks,
                active,
                inAll,
                borders(codewords, winners));
    }

    private List<Border> borders(List<BitSet> codewords, Winners winners) throws InterruptedException {
        Subdivision plane = walk.plane();
        Map<Long, Integer> lines = new HashMap<>();
        for (int edge = 0; edge < plane.edges(); edge++) {
            Cancellation.check();
            int a = plane.face(2 * edge);
            int b = plane.face(2 * edge + 1);
            if (a != Subdivision.OUTSIDE && b != Subdivision.OUTSIDE && plane.length(edge) > 0) {
                long pair = ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
                lines.merge(pair, plane.line(edge), Math::min);
            }
        }
        List<Border> borders = new ArrayList<>();
        for (Map.Entry<Long, Integer> entry : lines.entrySet()) {
            Cancellation.check();
            int left = (int) (entry.getKey() >> Integer.SIZE);
            int right = entry.getKey().intValue();
            BitSet differing = (BitSet) codewords.get(left).clone();
            differing.xor(codewords.get(right));
            Walk.Line cut = walk.lines().get(entry.getValue());
            borders.add(new Border(
                    left,
                    right,
                    chain.link(cut.layer()).name(),
                    cut.unit(),
                    differing.cardinality() + winners.differing(left, right)));
        }
        borders.sort(Comparator.comparingInt(Border::left).thenComparingInt(Border::right));
        return borders;
    }
}
