package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.Activation;

/**
 * Cuts the regions of a layer's sources into those of the layer. Inputs that share the source regions, and the
 * winners of max pooling, share the affine map to the pre-activations, which is computed once; those that share the codeword too
 * share a region. Codewords come from values
 * computed here in double precision from the float32 weights, so that each input lies in its polyhedron to 1e-12.
 */
final class InputRegions {
    private final PiecewiseLayer layer;
    private final PreActivation map;
    private final List<LayerRegions> sources;
    private final int inputs;
    private final List<AffineRegion> regions = new ArrayList<>();
    private final int[] regionOf;
    private final double[][] values;

    /** Regions of the sources, and what {@link PreActivation#piece} says. */
    private record Piece(List<Integer> sources, List<Integer> winners) {}

    private record Cell(Piece piece, BitSet codeword) {}

    /** The map to the pre-activations on a piece, and where that is. */
    private record Before(AffineMap map, Polyhedron polyhedron) {}

    /**
     * A partition.
     *
     * @param map what is before the layer's activation
     * @param sources of its sources, one or more
     */
    private InputRegions(PiecewiseLayer layer, PreActivation map, List<LayerRegions> sources) {
        this.layer = layer;
        this.map = map;
        this.sources = sources;
        inputs = sources.get(0).regionOf().length;
        regionOf = new int[inputs];
        values = new double[inputs][];
    }

    /** The whole space as one region: what the network's input is. */
    static LayerRegions ofInput(double[][] points, int features) {
        int[] members = new int[points.length];
        Arrays.setAll(members, i -> i);
        AffineRegion space =
                new AffineRegion(new BitSet(), AffineMap.identity(features), Polyhedron.space(features), members);
        return new LayerRegions(points.length == 0 ? List.of() : List.of(space), new int[points.length], points);
    }

    static LayerRegions of(PiecewiseLayer layer, PreActivation map, List<LayerRegions> sources)
            throws InterruptedException {
        return new InputRegions(layer, map, sources).cut();
    }

    private LayerRegions cut() throws InterruptedException {
        Map<Cell, List<Integer>> cells = new LinkedHashMap<>();
        double[][] preActivations =
                map.values(sources.stream().map(LayerRegions::values).toList());
        for (int i = 0; i < inputs; i++) {
            Cancellation.check();
            int input = i;
            Numbers.finite(preActivations[i], "layer " + layer.name() + " at probe input " + i);
            BitSet codeword = codeword(preActivations[i]);
            values[i] =
                    activated(AffineMap.constant(preActivations[i]), codeword).offset();
            List<Integer> from =
                    sources.stream().map(source -> source.regionOf()[input]).toList();
            Piece piece = new Piece(from, map.piece(sources.get(0).values()[i]));
            cells.computeIfAbsent(new Cell(piece, codeword), cell -> new ArrayList<>())
                    .add(i);
        }
        return regions(cells);
    }

    private LayerRegions regions(Map<Cell, List<Integer>> cells) throws InterruptedException {
        Map<Piece, Before> known = new HashMap<>();
        for (Map.Entry<Cell, List<Integer>> entry : cells.entrySet()) {
            Cancellation.check();
            Cell cell = entry.getKey();
            Before before = known.get(cell.piece());
            if (before == null) {
                before = before(cell.piece());
                known.put(cell.piece(), before);
            }
            HalfSpaces signs = layer.switches()
                    ? HalfSpaces.of(before.map(), cell.codeword())
                    : HalfSpaces.none(before.map().inputs());
            int[] members = entry.getValue().stream().mapToInt(i -> i).toArray();
            Arrays.stream(members).forEach(member -> regionOf[member] = regions.size());
            regions.add(new AffineRegion(
                    cell.codeword(),
                    activated(before.map(), cell.codeword()),
                    Polyhedron.meet(List.of(before.polyhedron()), signs),
                    members));
        }
        return new LayerRegions(List.copyOf(regions), regionOf, values);
    }

    private Before before(Piece piece) throws InterruptedException {
        List<AffineRegion> parents = new ArrayList<>();
        for (int s = 0; s < sources.size(); s++) {
            parents.add(sources.get(s).regions().get(piece.sources().get(s)));
        }
        List<AffineMap> maps = parents.stream().map(AffineRegion::map).toList();
        List<Polyhedron> polyhedra =
                parents.stream().map(AffineRegion::polyhedron).toList();
        return new Before(
                map.after(maps, piece.winners()), Polyhedron.meet(polyhedra, map.where(maps, piece.winners())));
    }

    /** Ones where a pre-activation is above zero; all ones where the layer does not switch. */
    private BitSet codeword(double[] preActivations) {
        BitSet codeword = new BitSet(preActivations.length);
        for (int unit = 0; unit < preActivations.length; unit++) {
            codeword.set(unit, !layer.switches() || preActivations[unit] > 0);
        }
        return codeword;
    }

    private AffineMap activated(AffineMap preActivations, BitSet codeword) {
        if (!layer.switches()) {
            return preActivations;
        }
        Activation activation = layer.activation();
        double slope = activation.kind() == Activation.Kind.LEAKY_RELU ? activation.slope() : 0;
        double[] factors = new double[preActivations.outputs()];
        Arrays.setAll(factors, unit -> codeword.get(unit) ? 1 : slope);
        return preActivations.scaled(factors);
    }
}
