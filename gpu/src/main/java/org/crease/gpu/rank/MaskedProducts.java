package org.crease.gpu.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.probes.rank.DenseChain;
import org.crease.probes.rank.DenseChain.Link;
import org.crease.probes.rank.FullRank;
import org.crease.probes.rank.RegionBatch;

/**
 * The products D_l W_l ... D_1 W_1 of a group of regions in the device's memory, link by link. Rows of dead units are left
 * out, and so are the columns of the weights that would meet them. A square of 64 × 64 elements is a work group's, weights
 * and rows go through shared memory 16 deep: 2 k flops an element of the product with k live inputs, and (1/64 + 1/64) k
 * numbers read from memory for each.
 */
final class MaskedProducts {
    private static final int TILE = 64; // as in rank.h
    private static final int ROWS = 16;

    private final Workspace space;
    private final Launches launches;
    private final RegionBatch batch;
    private final LiveUnits live;
    private final Layout layout;
    private final Memory[] weights;
    private final List<Memory> ofGroup = new ArrayList<>();
    private final Memory squares;
    private final Function gather;
    private final Function multiply;
    private final Function norms;
    private Memory rows;
    private Memory next;
    private int[] regions = new int[0];
    private Memory[] codes = new Memory[0];
    private Memory[] counts = new Memory[0];
    private double[] norm = new double[0];
    private double[] error = new double[0];

    /** Room for groups of so many regions. */
    MaskedProducts(Workspace space, Launches launches, RegionBatch batch, LiveUnits live, Layout layout, int most) {
        this.space = space;
        this.launches = launches;
        this.batch = batch;
        this.live = live;
        this.layout = layout;
        String source = layout.precision().source();
        gather = space.function(source, "gather");
        multiply = space.function(source, "multiply");
        norms = space.function(source, "squares");
        weights = batch.chain().links().stream()
                .limit(layout.links())
                .map(link -> space.copy(link.weights()))
                .toArray(Memory[]::new);
        rows = space.allocate(layout.precision().bytes() * layout.stride() * most);
        next = space.allocate(layout.precision().bytes() * layout.stride() * most);
        squares = space.allocate((long) layout.precision().bytes() * most);
    }

    /** Begins with other regions. */
    void begin(int[] group) {
        ofGroup.forEach(space::free);
        ofGroup.clear();
        regions = group;
        norm = new double[group.length];
        error = new double[group.length];
        codes = new Memory[layout.links()];
        counts = new Memory[layout.links()];
        for (int link = 0; link < layout.links(); link++) {
            int of = link;
            codes[link] = space.copy(live.codes(group, link, layout.most()[link]));
            int[] numbers = new int[group.length];
            Arrays.setAll(numbers, place -> live.count(group[place], of));
            counts[link] = space.copy(numbers);
            ofGroup.add(codes[link]);
            ofGroup.add(counts[link]);
        }
    }

    /** Puts the rows of a link in the place of those of the link before it. */
    void step(int link, RegionList going) throws InterruptedException {
        if (link == 0) {
            gather(going);
        } else {
            multiply(link, going);
        }
        measure(link, going);
    }

    private void gather(RegionList going) throws InterruptedException {
        Link first = batch.chain().links().get(0);
        int most = layout.most()[0];
        int pieces = (most + ROWS - 1) / ROWS;
        launches.launch(
                gather,
                (long) going.size() * pieces,
                (double) ROWS * first.inputs(),
                Argument.of(weights[0]),
                inactive(0),
                Argument.of(first.inputs()),
                Argument.of(codes[0]),
                Argument.of(counts[0]),
                Argument.of(most),
                Argument.of(rows),
                Argument.of(layout.stride()),
                Argument.of(pieces),
                going.argument());
    }

    private void multiply(int link, RegionList going) throws InterruptedException {
        Link factor = batch.chain().links().get(link);
        int columns = batch.chain().features();
        int tiles = tiles(layout.most()[link]) * tiles(columns);
        launches.launch(
                multiply,
                (long) going.size() * tiles,
                2.0 * TILE * TILE * layout.most()[link - 1],
                Argument.of(weights[link]),
                inactive(link),
                Argument.of(factor.inputs()),
                Argument.of(columns),
                Argument.of(codes[link]),
                Argument.of(counts[link]),
                Argument.of(layout.most()[link]),
                Argument.of(codes[link - 1]),
                Argument.of(counts[link - 1]),
                Argument.of(layout.most()[link - 1]),
                Argument.of(rows),
                Argument.of(next),
                Argument.of(layout.stride()),
                Argument.of(tiles),
                going.argument());
        Memory product = next;
        next = rows;
        rows = product;
    }

    private static int tiles(int extent) {
        return (extent + TILE - 1) / TILE;
    }

    private Argument inactive(int link) {
        return layout.precision().argument(batch.inactive()[link]);
    }

    /** Carries the bound on the error on, as the processor's product in single precision does. */
    private void measure(int link, RegionList going) throws InterruptedException {
        DenseChain chain = batch.chain();
        launches.launch(
                norms,
                going.size(),
                2.0 * layout.most()[link] * chain.features(),
                Argument.of(rows),
                Argument.of(layout.stride()),
                Argument.of(chain.features()),
                Argument.of(counts[link]),
                Argument.of(squares),
                going.argument());
        launches.await();
        double[] sums = layout.precision().read(space, squares, 0, regions.length);
        for (int place : going.places()) {
            if (link > 0) {
                int region = regions[place];
                double norms = Math.sqrt(live.squares(region, link)) * norm[place];
                error[place] = chain.links().get(link).norm() * error[place]
                        + FullRank.noise(
                                live.count(region, link - 1), layout.precision().roundoff(), norms);
            }
            norm[place] = Math.sqrt(sums[place]);
        }
    }

    /** The matrices, one behind the other. */
    Memory rows() {
        return rows;
    }

    /** Number of rows by region. */
    Memory counts(int link) {
        return counts[link];
    }

    /** By how much a product may differ from the true one, in the spectral norm. */
    double error(int place) {
        return error[place];
    }
}
