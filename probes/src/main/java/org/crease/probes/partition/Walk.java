package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;
import org.crease.probes.affine.PreciseMap;
import org.crease.probes.rank.CodewordHash;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the layers and cuts the window by each unit's line. A layer's pre-activations are affine on every region of
 * the layers before it, so they are computed at the vertices alone, all in one matrix product, and interpolated where a cut
 * makes a vertex. A unit of max pooling cuts where its winner changes.
 *
 * <p>A value counts as zero when it is within {@value #NOISE} of Σ|w||x| + |b|, with |x| the largest absolute value over
 * the window: some 45,000 units in the last place of a double, above the rounding of the sums of several layers, and
 * 10,000 times below that of the float32 numbers that weights and inputs are. Two candidates of a max pooling are equal when
 * their difference is within the sum of both their bounds.
 *
 * <p>Cost: for each layer one product with as many rows as there are vertices, and two a region where tangents are
 * followed; for each unit one visit of all edges, and for each unit of max pooling as many as it has candidates.
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
    private int bits;
    private final @Nullable Pooling[] poolings;
    private int winnerBits;

    /**
     * The line of one unit; its place in the list is the number that edges on it have.
     *
     * @param layer position of the layer
     * @param unit place in the layer
     */
    record Line(int layer, int unit) {}

    Walk(Chain chain, Plane slice, int limit) {
        this.chain = chain;
        this.limit = limit;
        plane = new Subdivision(slice.window());
        cut = new Cut(plane, slice.window());
        fields = new @Nullable Field[chain.size()];
        firstBit = new int[chain.size()];
        poolings = new @Nullable Pooling[chain.size()];
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
        double[] tolerances = Arrays.stream(columns).mapToDouble(Walk::rounding).toArray();
        return new Field(columns, followsTangents ? identity : new double[0][], new long[1], tolerances);
    }

    private static double rounding(double... values) {
        return NOISE * Arrays.stream(values).map(Math::abs).max().orElse(0);
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

    /** The pooling at a position, or null where there is another map. */
    @Nullable
    Pooling pooling(int position) {
        return poolings[position];
    }

    /** The winners of all pooling gone through. */
    Winners winners() {
        Map<String, Pooling> byName = new HashMap<>();
        for (int i = 0; i < poolings.length; i++) {
            Pooling pooling = poolings[i];
            if (pooling != null) {
                byName.put(chain.link(i).name(), pooling);
            }
        }
        return new Winners(byName, codewords.allWinners());
    }

    private void pass(int position) throws InterruptedException {
        Chain.Link link = chain.link(position);
        if (link.layer().map() instanceof LayerMap.MaxPooling map) {
            Pooling pooling = Pooling.of(link, map.window(), winnerBits);
            poolings[position] = pooling;
            winnerBits = pooling.end();
            fields[position] = pooled(position, pooling);
            tidy();
        } else {
            fields[position] = image(link, chain.map(position));
        }
        firstBit[position] = bits;
        if (link.switches()) {
            for (int unit = 0; unit < link.units(); unit++) {
                cut(position, unit);
            }
            bits += link.units();
            known().forEach(field -> field.grow(plane));
            fields[position] = activated(link, field(position));
        }
    }

    private Stream<Field> known() {
        return Stream.concat(Stream.ofNullable(input), Arrays.stream(fields)).filter(Objects::nonNull);
    }

    /** Brings all that is known up to the subdivision, and that to what is needed of it. */
    private void tidy() {
        known().forEach(field -> field.grow(plane));
        if (plane.hasGaps()) {
            Subdivision.Kept kept = plane.compact();
            known().forEach(field -> field.keep(kept));
            codewords.keep(kept);
        }
    }

    private void cut(int position, int unit) throws InterruptedException {
        Cancellation.check();
        Field field = field(position);
        Cut.Sides sides = cut.along(field.grow(plane, unit), field.tolerances()[unit], lines.size());
        field.set(unit, sides.values());
        lines.add(new Line(position, unit));
        codewords.grow(plane);
        codewords.set(sides.above(), firstBit[position] + unit);
        refuseTooMany(position, unit);
    }

    private void refuseTooMany(int position, int unit) {
        Chain.Link link = chain.link(position);
        if (plane.regions() > limit) {
            throw new RegionLimitException(plane.regions(), limit, link.name(), unit);
        }
        long numbers = (long) link.units() * (2L * plane.vertices() + (followsTangents ? 2L * plane.faces() : 0));
        if (Double.BYTES * numbers > Runtime.getRuntime().maxMemory()) {
            throw new ProbeException("layer " + link.name() + ": " + plane.regions() + " regions of " + link.units()
                    + " units need " + ((Double.BYTES * numbers) >> 20) + " MiB, Java may use "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB; choose a smaller window or max-regions, or give Java more memory");
        }
    }

    /** A max pooling, after cutting where winners change. */
    private Field pooled(int position, Pooling pooling) throws InterruptedException {
        Chain.Link link = chain.link(position);
        Field source = field(link.sources()[0]);
        double[][] columns = new double[link.units()][];
        double[] tolerances = new double[link.units()];
        for (int unit = 0; unit < columns.length; unit++) {
            int[] candidates = pooling.candidates()[unit];
            tolerances[unit] = source.tolerances()[candidates[0]];
            Envelope envelope = new Envelope(plane, cut, lines.size(), source.grow(plane, candidates[0]));
            for (int k = 1; k < candidates.length; k++) {
                Cancellation.check();
                int candidate = candidates[k];
                envelope.add(() -> source.grow(plane, candidate), tolerances[unit] + source.tolerances()[candidate]);
                tolerances[unit] = Math.max(tolerances[unit], source.tolerances()[candidate]);
            }
            envelope.join();
            lines.add(new Line(position, unit));
            columns[unit] = envelope.highest();
            codewords.grow(plane);
            for (int face = 0; face < plane.faces(); face++) {
                codewords.setWinner(face, pooling.bit(unit), envelope.winner(face));
            }
            refuseTooMany(position, unit);
        }
        source.grow(plane);
        return pooled(source, pooling, columns, tolerances);
    }

    private Field pooled(Field source, Pooling pooling, double[][] columns, double[] tolerances)
            throws InterruptedException {
        long[] hashes = new long[plane.faces()];
        double[][] tangents = new double[followsTangents ? 2 * plane.faces() : 0][];
        for (int face = 0; face < hashes.length; face++) {
            Cancellation.check();
            int[] winners = pooling.winners(codewords.winners(face));
            hashes[face] = CodewordHash.behind(source.hash(face), winners);
            for (int row = 2 * face; row < Math.min(tangents.length, 2 * face + 2); row++) {
                double[] tangent = source.tangent(row);
                tangents[row] = Arrays.stream(winners)
                        .mapToDouble(winner -> tangent[winner])
                        .toArray();
            }
        }
        return new Field(columns, tangents, hashes, tolerances);
    }

    /** The layer before its activation, on the regions that there are. */
    private Field image(Chain.Link link, PreciseMap map) throws InterruptedException {
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
        double[][] rows = followsTangents ? tangents(link, map) : new double[0][];
        return new Field(columns, rows, hashes, tolerances(link, map));
    }

    private double[][] tangents(Chain.Link link, PreciseMap map) throws InterruptedException {
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

    private double[] tolerances(Chain.Link link, PreciseMap map) throws InterruptedException {
        if (link.layer().map() instanceof LayerMap.Flatten || link.layer().map() instanceof LayerMap.Identity) {
            return field(link.sources()[0]).tolerances();
        }
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
