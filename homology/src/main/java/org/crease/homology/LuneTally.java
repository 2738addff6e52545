package org.crease.homology;

import java.util.Arrays;
import java.util.Optional;
import org.crease.homology.metric.DistanceMatrix;

/**
 * What the lunes of a space come to: the counts by which time and memory of its homology go. Found on few points, and told
 * from them for many: an edge's lune grows with the points, and what a count does beside that is seen from half of the few.
 *
 * @param edges within the scale
 * @param lunes without an apex; none counted for dimension 1
 * @param lunePoints points of these together
 * @param corePower points of their cores, to the power of one below the dimension, {@value #LARGEST_POWER} at most, together
 * @param critical simplices of 3, 4, ... points that are left unpaired; infinitely many where they are too many to be listed
 * @param crowd living loops met by those simplices, together, for dimension 1
 */
record LuneTally(
        int points, double edges, double lunes, double lunePoints, double corePower, double[] critical, double crowd) {
    private static final int LARGEST_POWER = 3;
    private static final long MOST = 100_000; // critical simplices that are listed
    private static final double FEW = 8; // of which hardly any growth can be seen

    // powers of the number of points that the share of simplices that are critical goes with
    private static final double USUAL_POWER = -1;
    private static final double LEAST_POWER = -2;
    private static final double MOST_POWER = -0.25;

    /** Of the edges of a space up to a scale, for homology up to a dimension. */
    static LuneTally of(DistanceMatrix space, double cut, int dimension) throws InterruptedException {
        SortedEdges edges = SortedEdges.upTo(space, cut, 1);
        return dimension == 1 ? ofLoops(space, cut, edges) : ofCores(space.size(), edges, dimension);
    }

    private static LuneTally ofLoops(DistanceMatrix space, double cut, SortedEdges edges) throws InterruptedException {
        CriticalEdges found = CriticalSearch.among(space.size(), edges, 1, Watch.none());
        LoopCrowd crowd = new LoopCrowd();
        EdgeFiltration filtration = new EdgeFiltration(space, cut, cut, edges, Optional.of(found));
        new LuneFiltration(filtration, PrimeField.of(2), 1, crowd).diagrams();
        double[] critical = {found.fillings()};
        return new LuneTally(space.size(), edges.count(), 0, 0, 0, critical, crowd.met);
    }

    private static LuneTally ofCores(int points, SortedEdges edges, int dimension) throws InterruptedException {
        Optional<LuneGradient> gradient = LuneGradient.of(points, edges, dimension, MOST, 1, Watch.none());
        double[] critical = new double[dimension];
        if (gradient.isEmpty()) {
            Arrays.fill(critical, Double.POSITIVE_INFINITY);
            return new LuneTally(points, edges.count(), edges.count(), 0, 0, critical, 0);
        }
        double lunes = 0;
        double lunePoints = 0;
        double corePower = 0;
        for (Collapse collapse : gradient.get().collapses()) {
            int core = collapse.core().length;
            lunes++;
            lunePoints += core + collapse.gone().length;
            corePower += Math.pow(core, power(dimension));
            for (int size = 1; size <= collapse.critical().length; size++) {
                critical[size - 1] += (double) collapse.critical()[size - 1].length / size;
            }
        }
        return new LuneTally(points, edges.count(), lunes, lunePoints, corePower, critical, 0);
    }

    /** Cliques looked at in a core go with this power of its points, about. */
    private static int power(int dimension) {
        return Math.min(LARGEST_POWER, dimension - 1);
    }

    /** Counts how many loops live at each death. */
    private static final class LoopCrowd implements LoopObserver {
        private long living;
        private double met;

        @Override
        public void born(int edge) {
            living++;
        }

        @Override
        public void dying(int edge, int witness, int other, SparseVector relation) {
            met += living--;
        }
    }

    /** The mean of this and the tally of as many points, infinite where one is. */
    LuneTally mean(LuneTally other) {
        double[] both = new double[critical.length];
        Arrays.setAll(both, k -> (critical[k] + other.critical[k]) / 2);
        return new LuneTally(
                points,
                (edges + other.edges) / 2,
                (lunes + other.lunes) / 2,
                (lunePoints + other.lunePoints) / 2,
                (corePower + other.corePower) / 2,
                both,
                (crowd + other.crowd) / 2);
    }

    /** Number of critical simplices. */
    double criticals() {
        return Arrays.stream(critical).sum();
    }

    /**
     * What to expect of so many points.
     *
     * @param fewer the tally of some of the points of this one
     */
    LuneTally grownTo(int many, LuneTally fewer) {
        double factor = (double) many / points;
        double manyEdges = edges * many * (many - 1.0) / Math.max(1, points * (points - 1.0));
        // the share of edges with such a lune changes ever more slowly
        double share =
                lunes / Math.max(1, edges) * Math.pow(factor, growth(lunes, fewer.lunes, fewer, 2, 1, 3) / 3 - 2.0 / 3);
        double manyLunes = manyEdges * Math.min(1, share);
        double each = manyLunes / Math.max(1, lunes);
        double[] left = new double[critical.length];
        for (int k = 0; k < left.length; k++) {
            left[k] = critical[k] == 0 ? 0 : critical[k] * criticalGrowth(k, many, fewer);
        }
        return new LuneTally(
                many,
                manyEdges,
                manyLunes,
                lunePoints * each * factor,
                corePower * each * Math.pow(factor, power(critical.length)),
                left,
                crowd * Math.pow(factor, growth(crowd, fewer.crowd, fewer, 2.5, 2, 3.3)));
    }

    /**
     * How many times as many simplices of {@code k + 3} points so many points have that are critical. All subsets of that
     * many points grow with a power that falls from infinity as points become more; the share of them that is critical goes with
     * nearly the same one all along, for independent weights little below 0. The fewer are counted, the more it is as usual.
     */
    private double criticalGrowth(int k, int many, LuneTally fewer) {
        double subsets = subsets(k + 3, many, points);
        double before = fewer.critical[k];
        double power = USUAL_POWER;
        if (before > 0 && !Double.isInfinite(critical[k])) {
            double times = critical[k] / before / subsets(k + 3, points, fewer.points);
            double measured = Math.log(times) / Math.log((double) points / fewer.points);
            double likely = Math.max(LEAST_POWER, Math.min(MOST_POWER, measured));
            power = (before * likely + FEW * USUAL_POWER) / (before + FEW);
        }
        return subsets * Math.pow((double) many / points, power);
    }

    /** How many times as many subsets of a size so many points have as others; 1 where there are none of these. */
    private static double subsets(int size, int points, int others) {
        double times = 1;
        for (int k = 0; k < size; k++) {
            times *= Math.max(0, points - (double) k) / Math.max(1, others - (double) k);
        }
        return times;
    }

    /** The power of the number of points that a count goes with, as usual where it is small. */
    private double growth(double count, double before, LuneTally fewer, double usual, double least, double most) {
        if (before < FEW || Double.isInfinite(count)) {
            return usual;
        }
        double exponent = Math.log(count / before) / Math.log((double) points / fewer.points);
        return Math.max(least, Math.min(most, exponent));
    }
}
