package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crease.probes.Cancellation;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.rank.RankProvider;
import org.crease.probes.rank.RankSettings;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Snapshot;

/**
 * The exact partition of a window into the linear regions of a network: every region a convex polygon, none missed however
 * small. For networks of two features the window lies in input space itself, for others in a plane through it.
 *
 * <p>Exact means up to rounding in double precision; what is thinner than that is not cut. Ranks are those of the whole
 * affine map from the network's input, also on a plane: there by the rank probe at a point inside each region.
 *
 * @param network its probe set gives the extents of an input, and is not looked at otherwise
 * @param plane where
 * @param tolerance when a singular value counts as zero
 * @param maxRegions with more regions than this the partition is given up
 */
public record RegionPartition(Snapshot network, Plane plane, Tolerance tolerance, int maxRegions) {
    private static final int POINTS_AT_ONCE = 1000;

    /** @throws ProbeException when the plane is not one of the network's input space */
    public RegionPartition {
        int features = new Chain(network).features();
        if (plane.features() != features) {
            throw new ProbeException("the plane has points of " + plane.features() + " coordinates, the network takes "
                    + features + " features");
        }
    }

    /** Names of the layers that have a partition, in the network's order. */
    public static List<String> layers(Snapshot network) {
        Chain chain = new Chain(network);
        return IntStream.range(0, chain.size())
                .mapToObj(chain::link)
                .filter(link -> link.obstacle() == null)
                .map(Chain.Link::name)
                .toList();
    }

    /**
     * The regions by a layer.
     *
     * @throws ProbeException when the layer is not made of straight pieces, has values that are not finite, or there are
     *     more regions than allowed
     */
    public LayerRegions by(String layer) throws InterruptedException {
        return by(List.of(layer)).get(0);
    }

    /**
     * The regions by each of some layers, in the network's order; what one layer shares with an earlier one is computed once.
     *
     * @throws ProbeException as for one layer
     */
    public List<LayerRegions> by(List<String> layers) throws InterruptedException {
        Chain chain = new Chain(network);
        TreeMap<Integer, LayerRegions> regions = new TreeMap<>();
        Route route = route(chain);
        for (int position : layers.stream().map(chain::position).sorted().toList()) {
            refuseObstacle(chain.link(position));
            try {
                regions.put(position, route.regions(position));
            } catch (RegionLimitException e) {
                throw new ProbeException(Objects.requireNonNull(e.getMessage()), e);
            }
        }
        return List.copyOf(regions.values());
    }

    /**
     * The number of regions by a layer, without their ranks, which take most of the time on a plane through a wider input.
     *
     * @throws ProbeException as for the regions themselves
     */
    public int count(String layer) throws InterruptedException {
        Chain chain = new Chain(network);
        int position = chain.position(layer);
        refuseObstacle(chain.link(position));
        Walk walk = new Walk(chain, plane, maxRegions);
        try {
            walk.to(position);
        } catch (RegionLimitException e) {
            throw new ProbeException(Objects.requireNonNull(e.getMessage()), e);
        }
        return walk.plane().regions();
    }

    private static void refuseObstacle(Chain.Link link) {
        if (link.obstacle() != null) {
            throw new ProbeException("there is no partition by layer " + link.name() + ": " + link.obstacle());
        }
    }

    /** The probe that is asked for ranks of whole maps, and for nothing else. */
    static Probe rankProbe(List<String> layers, Tolerance tolerance) {
        RankSettings settings = new RankSettings(layers, tolerance, null, null, false, List.of(), false, 1);
        return new RankProvider().create("rank", settings, 0);
    }

    Route route(Chain chain) {
        return new Route(chain);
    }

    /** Gives the regions of layers asked for in ascending order, going on from one to the next where that is possible. */
    final class Route {
        private final Chain chain;
        private Walk walk;

        private Route(Chain chain) {
            this.chain = chain;
            walk = new Walk(chain, plane, maxRegions);
        }

        /** @throws RegionLimitException when there are too many regions */
        LayerRegions regions(int position) throws InterruptedException {
            if (!walk.leadsTo(position)) {
                walk = new Walk(chain, plane, maxRegions);
            }
            walk.to(position);
            int[] ranks = plane.fills() ? planarRanks(position) : ranks(position);
            return new Assembly(chain, walk, position).regions(ranks);
        }

        /**
         * The value of a layer at the corners of the regions that it is affine on; before its activation function where that
         * has no straight pieces.
         *
         * @throws RegionLimitException when there are too many regions
         */
        CornerValues values(int position) throws InterruptedException {
            if (!walk.leadsTo(position)) {
                walk = new Walk(chain, plane, maxRegions);
            }
            walk.to(position);
            return CornerValues.of(Polygons.of(walk.plane()), walk.field(position));
        }

        private int[] planarRanks(int position) throws InterruptedException {
            Field field = walk.field(position);
            int[] ranks = new int[walk.plane().faces()];
            for (int face = 0; face < ranks.length; face++) {
                Cancellation.check();
                ranks[face] = PlanarRank.of(field.tangent(2 * face), field.tangent(2 * face + 1), tolerance);
            }
            return ranks;
        }

        private int[] ranks(int position) throws InterruptedException {
            Probe probe = rankProbe(List.of(chain.link(position).name()), tolerance);
            InteriorPoints points = new InteriorPoints(chain, plane, walk, position);
            Polygons polygons = Polygons.of(walk.plane());
            List<int[]> parts = new ArrayList<>();
            for (int begin = 0; begin < polygons.size(); begin += POINTS_AT_ONCE) {
                int end = Math.min(polygons.size(), begin + POINTS_AT_ONCE);
                Finding finding =
                        probe.examine(points.snapshot(polygons, begin, end)).get(0);
                parts.add(Objects.requireNonNull(finding.arrays().get("rank")).ints());
            }
            return parts.stream().flatMapToInt(Arrays::stream).toArray();
        }
    }
}
