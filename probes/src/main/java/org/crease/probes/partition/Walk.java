package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;
import org.crease.probes.rank.CodewordHash;
import org.crease.probes.snapshot.Activation;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the layers and cuts the window by each unit's line. A layer's pre-activations are affine on every region of
 * the layers before it, so they are computed at the vertices alone, all in one matrix product, and interpolated where a cut
 * makes a vertex.
 *
 * <p>A value counts as zero when it is within {@value #NOISE} of Σ|w||x| + |b|, with |x| the largest absolute value over
 * the window: some 45,000 units in the last place of a double, above the rounding of the sums of several layers, and
 * 10,000 times below that of the float32 numbers that weights and inputs are.
 *
 * <p>Cost: for each layer one product with as many rows as there are vertices, and two a region where tangents are
 * followed; for each unit one visit of all edges.
 */
final class Walk {
    private static final double NOISE = 1e-11;

    private final Chain chain;
    private final int limit;
    private final Subdivision plane;
    private final Codewords codewords = new Codewords();
    private final Cut cut;
    private final @Nullable Field[] fields;
    private final boolean followsTangents;
    private @Nullable Field input;
    private final BitSet done = new BitSet();
    private final List<Line> lines = new ArrayList<>();
    private final int[] firstBit;

    /**
     * The line of one unit; its place in the list is the unit's bit in the codewords.
     *
     * @param layer position of the layer
     * @param unit place in the layer
     */
    record Line(int layer, int unit) {}

    Walk(Chain chain, Plane slice, int limit) {
        this.chain = chain;
        this.limit = limit;
        plane = new Subdivision(slice.window());
        cut = new Cut(plane, slice.window(), codewords);
        fields = new @Nullable Field[chain.size()];
        firstBit = new int[chain.size()];
        followsTangents = slice.fills();
        input = input(slice);
    }

    private Field input(Plane slice) {
        double[][] columns = new double[slice.features()][plane.vertices()];
        for (int v = 0; v < plane.vertices(); v++) {
            double[] point = slice.point(plane.x(v), plane.y(v));
            for (int i = 0; i < point.length; i++) {
                columns[i][v] = point[i];
            }
        }
        double[][] identity = {{1, 0}, {0, 1}};
        return new Field(columns, followsTangents ? identity : new double[0][], new long[1]);
    }

    /** Whether a layer's regions can be had from here: all that has cut so far is something that it depends on. */
    boolean leadsTo(int position) {
        BitSet foreign = (BitSet) done.clone();
        foreign.andNot(chain.needed(position));
        return foreign.isEmpty();
    }

    /**
     * Goes on to a layer.
     *
     * @throws RegionLimitException when there are too many regions
     */
    void to(int position) throws InterruptedException {
        BitSet ahead = chain.needed(position);
        ahead.andNot(done);
        for (int i = ahead.nextSetBit(0); i >= 0; i = ahead.nextSetBit(i + 1)) {
            pass(i);
            done.set(i);
            forget(i);
        }
    }

    Subdivision plane() {
        return plane;
    }

    Codewords codewords() {
        return codewords;
    }

    List<Line> lines() {
        return lines;
    }

    /** The place of a layer's first unit in the codewords. */
    int firstBit(int position) {
        return firstBit[position];
    }

    /** The value of the layer gone to. */
    Field field(int position) {
        Field field = position == Chain.INPUT ? input : fields[position];
        if (field == null) {
            throw new IllegalStateException("layer " + position + " was not gone to");
        }
        return field;
    }

    private void pass(int position) throws InterruptedException {
        Chain.Link link = chain.link(position);
        AffineMap map = AffineMap.of(chain, position);
        Field field = image(link, map);
        fields[position] = field;
        firstBit[position] = lines.size();
        if (link.switches()) {
            double[] tolerances = tolerances(link, map);
            for (int unit = 0; unit < link.units(); unit++) {
                cut(position, unit, tolerances[unit]);
            }
        }
        Stream.concat(Stream.ofNullable(input), Arrays.stream(fields))
                .filter(Objects::nonNull)
                .forEach(known -> known.grow(plane));
        if (link.switches()) {
            fields[position] = activated(link, field);
        }
    }

    private void cut(int position, int unit, double tolerance) throws InterruptedException {
        Cancellation.check();
        Field field = field(position);
        field.set(unit, cut.along(field.grow(plane, unit), tolerance, lines.size()));
        lines.add(new Line(position, unit));
        String layer = chain.link(position).name();
        if (plane.faces() > limit) {
            throw new RegionLimitException(plane.faces(), limit, layer, unit);
        }
        long numbers = (long) field.units() * (2L * plane.vertices() + (followsTangents ? 2L * plane.faces() : 0));
        if (Double.BYTES * numbers > Runtime.getRuntime().maxMemory()) {
            throw new ProbeException("layer " + layer + ": " + plane.faces() + " regions of " + field.units()
                    + " units need " + ((Double.BYTES * numbers) >> 20) + " MiB, Java may use "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB; choose a smaller window or max-regions, or give Java more memory");
        }
    }

    /** The layer before its activation, on the regions that there are. */
    private Field image(Chain.Link link, AffineMap map) throws InterruptedException {
        double[][] columns = new double[link.units()][plane.vertices()];
        map.apply(
                plane.vertices(),
                (source, row, block, offset) -> field(link.sources()[source]).vertex(row, block, offset),
                (row, block, offset) -> {
                    for (int unit = 0; unit < columns.length; unit++) {
                        columns[unit][row] = block[offset + unit];
                    }
                });
        long[] hashes = new long[plane.faces()];
        for (int face = 0; face < hashes.length; face++) {
            int region = face;
            hashes[face] = CodewordHash.entering(Arrays.stream(link.sources())
                    .mapToLong(source -> field(source).hash(region))
                    .toArray());
        }
        return new Field(columns, followsTangents ? tangents(link, map) : new double[0][], hashes);
    }

    private double[][] tangents(Chain.Link link, AffineMap map) throws InterruptedException {
        double[][] rows = new double[2 * plane.faces()][];
        map.linear()
                .apply(
                        rows.length,
                        (source, row, block, offset) -> {
                            double[] tangent = field(link.sources()[source]).tangent(row);
                            System.arraycopy(tangent, 0, block, offset, tangent.length);
                        },
                        (row, block, offset) -> rows[row] = Arrays.copyOfRange(block, offset, offset + link.units()));
        return rows;
    }

    private double[] tolerances(Chain.Link link, AffineMap map) throws InterruptedException {
        double[] tolerances = new double[link.units()];
        map.magnitudes()
                .apply(
                        1,
                        (source, row, block, offset) ->
                                field(link.sources()[source]).magnitudes(block, offset),
                        (row, block, offset) -> {
                            for (int unit = 0; unit < tolerances.length; unit++) {
                                tolerances[unit] = NOISE * block[offset + unit];
                            }
                        });
        return tolerances;
    }

    private Field activated(Chain.Link link, Field before) throws InterruptedException {
        Activation activation = link.layer().activation();
        int first = firstBit[chain.position(link.name())];
        long[] hashes = new long[plane.faces()];
        double[][] tangents = new double[followsTangents ? 2 * plane.faces() : 0][];
        for (int face = 0; face < plane.faces(); face++) {
            Cancellation.check();
            BitSet pattern = codewords.of(face, first, first + link.units());
            hashes[face] = CodewordHash.behind(before.hash(face), pattern, link.units());
            if (followsTangents) {
                tangents[2 * face] = masked(before.tangent(2 * face), pattern, activation.slope());
                tangents[2 * face + 1] = masked(before.tangent(2 * face + 1), pattern, activation.slope());
            }
        }
        return before.activated(activation, tangents, hashes);
    }

    private static double[] masked(double[] tangent, BitSet pattern, double slope) {
        double[] masked = new double[tangent.length];
        for (int unit = 0; unit < masked.length; unit++) {
            masked[unit] = pattern.get(unit) ? tangent[unit] : slope * tangent[unit];
        }
        return masked;
    }

    /** Lets go of what the layer took its input from, where no other layer is still to take it. */
    private void forget(int position) {
        for (int source : chain.link(position).sources()) {
            BitSet ahead = chain.readers(source);
            ahead.andNot(done);
            if (ahead.isEmpty() && source == Chain.INPUT) {
                input = null;
            } else if (ahead.isEmpty()) {
                fields[source] = null;
            }
        }
    }
}
