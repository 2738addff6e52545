package org.crease.homology.complex;

import java.util.Arrays;
import java.util.List;
import org.crease.homology.metric.FiniteMetricSpace;
import org.jspecify.annotations.Nullable;

/**
 * Follows the bars of dimension 0 and 1 of Vietoris-Rips filtrations, while distances move in straight lines from one space to
 * the next. Only edges are kept in order. All triangles of which an edge is the longest, its <i>block</i>, come with it; where
 * two edges change places their blocks do. Of two triangles it matters only where the later one's column was reduced by the
 * earlier one, so of each triangle of a block the few in its sum are looked at, not all pairs. A triangle with both edges goes
 * from the one block to the other.
 *
 * <p>Each pair of edges changes places at most once a step; that takes time in proportion to the sums of the triangles of one
 * block, mostly short.
 */
final class RipsVines {
    private final RipsEdges edges;
    private final VineRecord record;
    private final int points;
    private final KineticOrder kinetic;
    private final Transpositions pairs;
    private final TriangleBlocks blocks;
    private final int[] position; // of points, edges and triangles, each among their own

    /**
     * Of a sequence of spaces.
     *
     * @param largest dimension, 0 or 1
     */
    RipsVines(List<? extends FiniteMetricSpace> spaces, int largest, double scale) throws InterruptedException {
        edges = new RipsEdges(spaces, scale);
        points = edges.points();
        kinetic = new KineticOrder(new int[edges.count()], edges.lengths(0));
        int[] order = kinetic.order();
        // dimension 0 is of edges alone
        RipsTriangles triangles = largest == 0 ? RipsTriangles.none(edges) : RipsTriangles.of(edges);
        LuneForests forests = new LuneForests(edges, triangles, order);
        position = new int[points + edges.count() + triangles.count()];
        for (int point = 0; point < points; point++) {
            position[point] = point;
        }
        for (int place = 0; place < order.length; place++) {
            position[points + order[place]] = place;
        }
        int first = points + order.length;
        blocks = new TriangleBlocks(triangles, forests.order(), order.length, first, position);
        pairs = new Transpositions(boundaries(triangles), zeros(forests.sums()), simplices(order), position);
        record = new VineRecord(spaces.size(), largest, edges.scale(), points + edges.count());
    }

    /** Points, then edges, then triangles, each in their order. */
    private int[] simplices(int[] order) {
        int[] simplices = new int[position.length];
        Arrays.setAll(simplices, k -> k < points ? k : k < points + order.length ? points + order[k - points] : k);
        System.arraycopy(blocks.order(), 0, simplices, points + order.length, blocks.order().length);
        return simplices;
    }

    private int[][] boundaries(RipsTriangles triangles) {
        int[][] boundaries = new int[position.length][];
        Arrays.fill(boundaries, 0, points, new int[0]);
        for (int edge = 0; edge < edges.count(); edge++) {
            boundaries[points + edge] = new int[] {edges.low(edge), edges.high(edge)};
        }
        for (int triangle = 0; triangle < triangles.count(); triangle++) {
            int[] sides = new int[3];
            for (int opposite = 0; opposite < 3; opposite++) {
                sides[opposite] = points + triangles.side(triangle, opposite);
            }
            Arrays.sort(sides);
            boundaries[points + edges.count() + triangle] = sides;
        }
        return boundaries;
    }

    /** As simplices. */
    private int[] @Nullable [] zeros(int[] @Nullable [] sums) {
        int first = points + edges.count();
        int[][] zeros = new int[position.length][];
        for (int triangle = 0; triangle < sums.length; triangle++) {
            int[] sum = sums[triangle];
            if (sum != null) {
                zeros[first + triangle] = Arrays.stream(sum).map(k -> first + k).toArray();
            }
        }
        return zeros;
    }

    /** The vines; to be called once. */
    List<Vine> vines() throws InterruptedException {
        for (int step = 0; step < edges.steps(); step++) {
            double[] lengths = edges.lengths(step);
            kinetic.moveTo(lengths, new int[edges.count()], this::exchange);
            record(step, lengths);
        }
        return record.vines();
    }

    private void exchange(int a, int b) throws InterruptedException {
        int edgeA = points + a;
        int edgeB = points + b;
        pairs.transpose(edgeA, edgeB);
        int place = position[edgeA];
        position[edgeA] = position[edgeB];
        position[edgeB] = place;
        blocks.exchange(a, b, pairs);
    }

    private void record(int step, double[] lengths) {
        for (int point = 0; point < points; point++) {
            record.add(step, pairs.pair(point), 0, 0, death(point, lengths));
        }
        for (int edge = 0; edge < edges.count(); edge++) {
            int simplex = points + edge;
            int partner = pairs.partner(simplex);
            if (partner == Transpositions.NONE || partner > simplex) {
                record.add(step, pairs.pair(simplex), 1, lengths[edge], death(simplex, lengths));
            }
        }
    }

    /** When the class that a point or an edge gave birth to ends. */
    private double death(int simplex, double[] lengths) {
        int partner = pairs.partner(simplex);
        if (partner == Transpositions.NONE) {
            return Double.POSITIVE_INFINITY;
        }
        return lengths[partner < points + edges.count() ? partner - points : blocks.edge(partner)];
    }
}
