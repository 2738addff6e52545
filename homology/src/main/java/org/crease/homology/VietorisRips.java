package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;

/**
 * Persistent homology of the Vietoris-Rips filtration: at scale t, every set of points of diameter at most t is a simplex.
 * Exact, of any dimension, over any field of prime order.
 *
 * <p>Four ways lead to the same diagrams. Dimension 0 alone comes from a {@link MinimumSpanningTree}. Dimension 1 takes
 * the edges in order and never lists a triangle: what an edge does to homology is told by its <i>lune</i>, the points already
 * joined to both of its ends; see {@link LuneFiltration}. Higher dimensions ask more of lunes and find nearly all simplices
 * paired off by them; see {@link MorseFiltration}. Where they are not, it is implicit persistent cohomology; see
 * {@link Cohomology}.
 *
 * <p>The result depends on the space alone, not on the order of its points. Instances are immutable.
 */
public final class VietorisRips implements RipsEngine {
    private static final int COLLAPSE_BYTES = 64; // a pair, of a cloud of low inner dimension

    static final int SMALL = 1024; // points, whose matrix is made at once
    private static final int DENSE = 16; // with one pair in so many a matrix is made
    static final int SPARSE = 64; // fewer pairs than n² by this are held alone

    private final int dimension;
    private final double threshold;
    private final PrimeField field;
    private final int threads;
    private final Kernels kernels;
    private final Progress progress;

    private VietorisRips(
            int dimension, double threshold, PrimeField field, int threads, Kernels kernels, Progress progress) {
        this.dimension = dimension;
        this.threshold = threshold;
        this.field = field;
        this.threads = threads;
        this.kernels = kernels;
        this.progress = progress;
    }

    /**
     * Diagrams of dimension 0 to this one, of the whole filtration, over Z/2.
     *
     * @throws IllegalArgumentException when the dimension is negative
     */
    public static VietorisRips upToDimension(int dimension) {
        if (dimension < 0) {
            throw new IllegalArgumentException("homology dimension is " + dimension + "; it must not be negative");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        PrimeField field = PrimeField.of(2);
        return new VietorisRips(
                dimension, Double.POSITIVE_INFINITY, field, processors, Kernels.found(), Progress.none());
    }

    /**
     * The same of the filtration up to a scale.
     *
     * @param scale at least 0
     * @throws IllegalArgumentException when it is negative or NaN
     */
    public VietorisRips upToScale(double scale) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("threshold is " + scale + "; it must be zero or positive");
        }
        return new VietorisRips(dimension, scale, field, threads, kernels, progress);
    }

    /**
     * The same with coefficients in another field, the integers modulo a prime. Diagrams differ from those over Z/2 where
     * homology has torsion, as that of a projective plane or a Klein bottle.
     *
     * @param prime below 65 521
     * @throws IllegalArgumentException when it is not
     */
    public VietorisRips over(int prime) {
        return new VietorisRips(dimension, threshold, PrimeField.of(prime), threads, kernels, progress);
    }

    /**
     * The same on this many threads at most, rather than as many as there are processors. The diagrams do not depend on it.
     *
     * @throws IllegalArgumentException when it is not at least 1
     */
    public VietorisRips withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("number of threads is " + count + "; it must be at least 1");
        }
        return new VietorisRips(dimension, threshold, field, count, kernels, progress);
    }

    /**
     * The same with the work that pays there on the devices of these kernels, rather than of those that are found. The
     * diagrams do not depend on it: where a device lacks double precision, but for the last bits of distances.
     */
    public VietorisRips on(Kernels devices) {
        return new VietorisRips(dimension, threshold, field, threads, devices, progress);
    }

    /** The same, telling a listener how far each computation is; a {@link Batch}, how far it is as a whole. */
    public VietorisRips reportingTo(Progress listener) {
        return new VietorisRips(dimension, threshold, field, threads, kernels, listener);
    }

    /** The same within a budget. */
    public BudgetedRips within(Budget budget) {
        return new BudgetedRips(this, budget);
    }

    /** The same, in silence, where so many computations go on at once. */
    VietorisRips sharing(int computations) {
        return withThreads(Math.max(1, threads / computations)).reportingTo(Progress.none());
    }

    Progress listener() {
        return progress;
    }

    double threshold() {
        return threshold;
    }

    int threads() {
        return threads;
    }

    /** The highest dimension of diagrams. */
    public int dimension() {
        return dimension;
    }

    /**
     * The diagrams of a space. Of one with no point, diagrams without bars. {@link SparseDistances} are taken as they are,
     * and of many points of a euclidean cloud up to a scale, those pairs alone are held that are within it, where they are few;
     * of any other space with a dimension above 0, all distances are held at once.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN, or there are too many points: more than
     *     {@link DistanceMatrix#MAXIMAL_SIZE}, or more simplices than a long can number
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    @Override
    public Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return diagrams(space, Long.MAX_VALUE);
    }

    /**
     * The diagrams, in so many bytes.
     *
     * @throws BudgetExceededException when the computation turns out to hold more
     */
    Diagrams diagrams(FiniteMetricSpace space, long bytes) throws InterruptedException {
        Watch watch = new Watch(progress, bytes);
        Diagrams diagrams = diagrams(space, watch, plainWays());
        watch.end();
        return diagrams;
    }

    /**
     * The same diagrams, with representatives of those bars that are selected.
     *
     * <p>Takes beside the time of {@link #diagrams} mostly less than as much again. What bars have in common is made once, a
     * filling when it is asked for. Of thousands of bars of independent weights it is more, as their cocycles and cycles are
     * long. In dimension 0 distances are held at once here. The chains are the same for any number of threads.
     *
     * @throws IllegalArgumentException as {@link #diagrams} does
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Representatives representatives(FiniteMetricSpace space, BarSelection selection)
            throws InterruptedException {
        return representatives(space, selection, Long.MAX_VALUE);
    }

    /**
     * The same, in so many bytes.
     *
     * @throws BudgetExceededException when the computation turns out to hold more
     */
    Representatives representatives(FiniteMetricSpace space, BarSelection selection, long bytes)
            throws InterruptedException {
        Watch watch = new Watch((fraction, doing) -> progress.at(fraction / 2, doing), bytes);
        RepresentativeSearch search = new RepresentativeSearch(dimension, threshold, field, threads, selection);
        Diagrams diagrams = diagrams(space, watch, search);
        progress.at(0.5, "making representatives");
        Representatives found = new Representatives(diagrams, search.bars(space));
        progress.at(1, "done");
        return found;
    }

    /**
     * The distances of a space, computed as {@link #diagrams} does: by as many threads, or on a device where that pays.
     *
     * @throws IllegalArgumentException as {@link #diagrams} does
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public DistanceMatrix distances(FiniteMetricSpace space) throws InterruptedException {
        return DistanceMatrix.of(space, work -> Workers.run(threads, work::run), kernels);
    }

    private RipsWays plainWays() {
        return new RipsWays() {
            @Override
            public List<PersistenceDiagram> loops(EdgeFiltration filtration, Watch watch) throws InterruptedException {
                return new LuneFiltration(filtration, field, threads).diagrams(watch);
            }

            @Override
            public List<PersistenceDiagram> higher(int points, SortedEdges edges, Watch watch)
                    throws InterruptedException {
                return higherDiagrams(points, edges, watch);
            }
        };
    }

    private Diagrams diagrams(FiniteMetricSpace space, Watch watch, RipsWays ways) throws InterruptedException {
        if (dimension == 0) {
            return components(space, watch);
        }
        watch.phase("computing distances", 0.1);
        if (space instanceof SparseDistances sparse) {
            return dimension == 1 && isDense(sparse)
                    ? filtration(DistanceMatrix.of(sparse), new float[0], watch, ways)
                    : filtration(sparse, watch, ways);
        }
        Optional<SparseDistances> near = threshold < Double.POSITIVE_INFINITY && space.size() > SMALL
                ? SparseDistances.ifFewWithin(space, threshold, (long) space.size() * space.size() / SPARSE)
                : Optional.empty();
        if (near.isPresent()) {
            return filtrationOfPart(near.get(), watch, ways);
        }
        return filtration(space, ElderRule.births(space), watch, ways);
    }

    /**
     * The diagrams of a space relative to a subset: bars of H_k(VR_t(X), VR_t(A)). Points of the subset count as one that is
     * nothing; so in dimension 0 there are the components that do not meet it, in dimension 1 also the ways between its parts.
     * Computed as the reduced homology of the space with a {@link org.crease.homology.metric.Cone} over the subset, in the same ways as {@link #diagrams}.
     *
     * @param subset the points of A; with none these are the diagrams of the space
     * @throws IllegalArgumentException as {@link #diagrams}, for one point more
     * @throws IndexOutOfBoundsException when one is no point of the space
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams relativeDiagrams(FiniteMetricSpace space, int... subset) throws InterruptedException {
        return RelativeRips.diagrams(this, space, subset);
    }

    private Diagrams components(FiniteMetricSpace space, Watch watch) throws InterruptedException {
        watch.phase("growing the spanning tree", 1);
        MinimumSpanningTree tree = MinimumSpanningTree.of(space, kernels, watch);
        float[] lengths = tree.lengths();
        double last = Math.max(tree.lastBirth(), lengths.length == 0 ? 0 : lengths[lengths.length - 1]);
        List<PersistenceDiagram> diagrams = List.of(tree.diagram(threshold));
        return new Diagrams(field.modulus(), Math.min(threshold, last), threshold >= last, diagrams);
    }

    /**
     * With the births of a weighted space. An edge comes no earlier than its ends, so a point not born yet is on its own:
     * births change dimension 0 alone. At the enclosing radius all points are joined to one, so are born.
     */
    private Diagrams filtration(FiniteMetricSpace space, float[] births, Watch watch, RipsWays ways)
            throws InterruptedException {
        EdgeFiltration filtration =
                new EdgeSource(threshold, dimension == 1, threads, kernels, watch).edges(space, births);
        List<PersistenceDiagram> diagrams =
                dimension == 1 ? ways.loops(filtration, watch) : ways.higher(space.size(), filtration.edges(), watch);
        double cut = filtration.cut();
        return new Diagrams(
                field.modulus(),
                cut,
                threshold >= filtration.last(),
                withBirths(diagrams, filtration.edges(), births, cut));
    }

    private static List<PersistenceDiagram> withBirths(
            List<PersistenceDiagram> diagrams, SortedEdges edges, float[] births, double cut)
            throws InterruptedException {
        if (births.length == 0) {
            return diagrams;
        }
        List<PersistenceDiagram> changed = new ArrayList<>(diagrams);
        changed.set(0, ElderRule.diagram(edges, births, cut));
        return changed;
    }

    private List<PersistenceDiagram> higherDiagrams(int points, SortedEdges edges, Watch watch)
            throws InterruptedException {
        watch.phase("collapsing lunes", 0.5);
        Optional<LuneGradient> gradient = LuneGradient.of(points, edges, dimension, threads, watch);
        if (gradient.isEmpty()) {
            return new Cohomology(edges, RipsGraph.of(points, edges), field).diagrams(dimension, watch);
        }
        watch.keeps(gradient.get().bytes());
        watch.phase("following cocycles", 1);
        return new MorseFiltration(points, edges, gradient.get(), field, dimension).diagrams(watch);
    }

    /** Whether lunes as bits are worth their matrix: where edges are many, they are faster by far. */
    private static boolean isDense(SparseDistances space) {
        double pairs = space.size() * (space.size() - 1.0) / 2;
        return space.size() <= DistanceMatrix.MAXIMAL_SIZE && space.pairs() >= pairs / DENSE;
    }

    /** The filtration of all of a space, by the pairs within the threshold. */
    private Diagrams filtrationOfPart(SparseDistances pairs, Watch watch, RipsWays ways) throws InterruptedException {
        double last = pairs.enclosingRadius();
        double cut = Math.min(threshold, last);
        List<PersistenceDiagram> diagrams = ways.higher(pairs.size(), SortedEdges.upTo(pairs, cut), watch);
        return new Diagrams(field.modulus(), cut, threshold >= last, diagrams);
    }

    private Diagrams filtration(SparseDistances space, Watch watch, RipsWays ways) throws InterruptedException {
        double last = Math.min(space.enclosingRadius(), space.largest());
        double cut = Math.min(threshold, last);
        List<PersistenceDiagram> diagrams = ways.higher(space.size(), SortedEdges.upTo(space, cut), watch);
        return new Diagrams(field.modulus(), cut, threshold >= last, diagrams);
    }

    /**
     * What the diagrams of a space are expected to take. Where that may be more than a few hundredths of a second, some of its
     * points are looked at: it takes a few milliseconds, or as many distances as a twentieth of the work does.
     *
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Estimate estimate(FiniteMetricSpace space) throws InterruptedException {
        return new CostModel(this).of(space).apply(space.size());
    }

    /**
     * What the diagrams of so many points are expected to take, for a threshold that leaves no pair out, once the distances
     * are there: from those of a cloud with few loops to those of noise, with what is usual of low inner dimension between.
     */
    public Estimate estimate(int points) {
        return new CostModel(this).ofPoints(points);
    }

    /**
     * The memory that {@link #diagrams} needs beside the space itself, in bytes, for a threshold that leaves no edge out. In
     * dimensions 0 and 1 this is an upper bound but for what loops add that are many and long-lived (noise in
     * high dimension). Above, it is that of a cloud of low inner dimension; noise in many dimensions takes more by far.
     */
    public long bytes(int points) {
        if (dimension == 0) {
            return 128L * points; // the tree, its edges as they are found, and bars
        }
        long pairs = (long) points * (points - 1) / 2;
        long words = (points + 63L) / 64;
        long bits = points * words * Long.BYTES;
        if (dimension == 1) {
            // matrix and edges; neighbours as bits, of each thread; loops
            return pairs * (Float.BYTES + Integer.BYTES) + bits * threads + 1024L * points;
        }
        // matrix, edges, ranks, apexes, collapses; neighbours as bits, of each thread
        return pairs * (Float.BYTES + 3 * Integer.BYTES + COLLAPSE_BYTES) + bits * threads;
    }

    /**
     * The time that {@link #diagrams} takes on one core once the distances are there, in seconds; roughly. For dimension 2
     * and above that is the time of a cloud of low inner dimension; noise in many dimensions takes longer by far.
     */
    public double seconds(int points) {
        double pairs = points * (points - 1.0) / 2;
        return switch (dimension) {
            case 0 -> 2e-9 * pairs;
            case 1 -> pairs * (3.5e-8 + 2e-11 * points);
            default -> pairs * (2.5e-7 + 1e-10 * points);
        };
    }
}
