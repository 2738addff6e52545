package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LunesProperties {

    /** Pieces by breadth-first search over a matrix, the first the one with the lowest point. */
    private static List<BitSet> expected(boolean[][] joined, int i, int j) {
        List<BitSet> pieces = new ArrayList<>();
        BitSet left = new BitSet();
        for (int w = 0; w < joined.length; w++) {
            left.set(w, joined[i][w] && joined[j][w]);
        }
        while (!left.isEmpty()) {
            BitSet piece = new BitSet();
            Deque<Integer> next = new ArrayDeque<>(List.of(left.nextSetBit(0)));
            while (!next.isEmpty()) {
                int point = next.remove();
                if (left.get(point)) {
                    left.clear(point);
                    piece.set(point);
                    left.stream().filter(other -> joined[point][other]).forEach(next::add);
                }
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** Groups of points, joined within much more often than across, have lunes of several pieces; of several words too. */
    @Property(tries = 60)
    void piecesAreThoseOfTheCommonNeighbours(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 300) int points, @ForAll @IntRange(max = 40) int across)
            throws InterruptedException {
        Random random = new Random(seed);
        Lunes lunes = new Lunes(points);
        boolean[][] joined = new boolean[points][points];
        for (int k = 0; k < 6 * points; k++) {
            int i = random.nextInt(points);
            int j = random.nextInt(points);
            if (i == j || joined[i][j] || (i % 5 > 1 && i % 5 != j % 5 && random.nextInt(100) >= across)) {
                continue;
            }
            List<BitSet> expected = expected(joined, i, j);
            assertThat(lunes.pieces(i, j)).isEqualTo(expected.size());
            BitSet met = new BitSet();
            for (int piece = 0; piece < expected.size(); piece++) {
                int witness = lunes.witness(piece);
                met.set(pieceOf(witness, expected));
            }
            assertThat(met.cardinality()).isEqualTo(expected.size());
            if (!expected.isEmpty()) {
                assertThat(lunes.witness(0)).isEqualTo(expected.get(0).nextSetBit(0));
            }
            joined[i][j] = true;
            joined[j][i] = true;
            lunes.join(i, j);
        }
    }

    private static int pieceOf(int point, List<BitSet> pieces) {
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (pieces.get(piece).get(point)) {
                return piece;
            }
        }
        throw new AssertionError("no point of the lune: " + point);
    }
}
