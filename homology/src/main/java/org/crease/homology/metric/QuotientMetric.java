package org.crease.homology.metric;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Distances between points of which classes have been made one point each: a class is as far from a point, or from another
 * class, as its nearest member or as its members on average; then every distance is that of the shortest way, which may lead
 * through classes.
 *
 * <p>Where the space satisfies the triangle inequality, as taken for granted unless {@linkplain #ofAnySpace said
 * otherwise}, hardly any way has to be looked at. Let r be in no class, and let x, y be points or classes. Under both rules
 * d(x, r) + d(r, y) ≥ d(x, y): for members a of x and b of y, d(a, r) + d(r, b) ≥ d(a, b), of which take the least, or
 * the mean. So a way gets no longer by leaving out r: under {@link Rule#MIN} only classes need be stepped on, which takes
 * O(k m²) for k classes and m points of the quotient instead of O(m³). Under {@link Rule#MEAN} not even these:
 * the mean over members c of d(a, c) + d(c, b) ≥ d(a, b) is no less than d(a, b), so the mean distances
 * satisfy the triangle inequality as they are, and a class shortens no way past it.
 *
 * <p>Ways are summed in double precision. The quotient does not depend on the order of the points where sums are exact, and
 * else by rounding to float32.
 *
 * <p>The distances by which K. Beshkov and G. Einevoll, arXiv:2404.19710, compute relative homology; {@link Rule#MIN} is
 * the quotient pseudometric of D. Burago, Y. Burago, S. Ivanov, <i>A Course in Metric Geometry</i>, 2001, section 3.1.
 */
public final class QuotientMetric {

    /** How far a class is from a point, or from another class. */
    public enum Rule {
        /** As far as its nearest member. */
        MIN,
        /** As far as its members on average. */
        MEAN
    }

    private final Rule rule;
    private final boolean triangle;

    private QuotientMetric(Rule rule, boolean triangle) {
        this.rule = rule;
        this.triangle = triangle;
    }

    /** The quotient metric by a rule, for spaces that satisfy the triangle inequality. */
    public static QuotientMetric by(Rule rule) {
        return new QuotientMetric(rule, true);
    }

    /** The same for spaces that may not, such as one of cosine distances: all ways are looked at. */
    public QuotientMetric ofAnySpace() {
        return new QuotientMetric(rule, false);
    }

    /**
     * The quotient of a space; without classes the space itself, where the triangle inequality holds.
     *
     * @throws IllegalArgumentException when the classes are of a space with another number of points, or a distance is
     *     negative or NaN
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Quotient of(FiniteMetricSpace space, PointClasses classes) throws InterruptedException {
        if (space.size() != classes.size()) {
            throw new IllegalArgumentException("classes of a space of " + classes.size() + " points for one of "
                    + space.size() + "; both must have equally many");
        }
        DistanceMatrix matrix = DistanceMatrix.of(space);
        int[] representatives = Quotient.representatives(classes);
        if (classes.count() == 0) {
            return new Quotient(triangle ? matrix : ShortestWays.close(matrix), classes, representatives);
        }
        double[][] toClass = toClasses(matrix, classes, representatives);
        int singles = representatives.length - toClass.length;
        BitSet[] entries = new BitSet[toClass.length];
        if (stepsOnClasses()) {
            double[][] straight = Arrays.stream(toClass).map(double[]::clone).toArray(double[][]::new);
            ShortestWays.stepOn(toClass, singles);
            Arrays.setAll(entries, k -> equal(straight[k], toClass[k], singles));
        }
        float[][] rounded = rounded(toClass);
        float[] lower = new float[DistanceMatrix.entries(representatives.length)];
        for (int i = 1; i < representatives.length; i++) {
            check(i, representatives.length);
            int start = DistanceMatrix.index(i, 0);
            if (i >= singles) {
                System.arraycopy(rounded[i - singles], 0, lower, start, i);
            } else {
                copy(lower, start, i, matrix, representatives);
                shorten(lower, start, i, rounded, entries);
            }
        }
        DistanceMatrix distances = new DistanceMatrix(representatives.length, lower);
        return new Quotient(triangle ? distances : ShortestWays.close(distances), classes, representatives);
    }

    private boolean stepsOnClasses() {
        return triangle && rule == Rule.MIN;
    }

    /** The points from which a class is nearest by the straight way, so that it may be a way's first step. */
    private static BitSet equal(double[] straight, double[] shortest, int singles) {
        BitSet equal = new BitSet(singles);
        for (int i = 0; i < singles; i++) {
            equal.set(i, straight[i] == shortest[i]);
        }
        return equal;
    }

    /** The distances of a point in no class from those before it. */
    private static void copy(float[] lower, int start, int i, DistanceMatrix matrix, int[] representatives) {
        int row = DistanceMatrix.index(representatives[i], 0);
        for (int j = 0; j < i; j++) {
            lower[start + j] = matrix.entry(row + representatives[j]);
        }
    }

    /** Shortens them by the ways through a class. One whose own way from the point leads through others adds none. */
    private void shorten(float[] lower, int start, int i, float[][] toClass, BitSet[] entries) {
        for (int k = 0; stepsOnClasses() && k < toClass.length; k++) {
            if (entries[k].get(i)) {
                ShortestWays.through(toClass[k], toClass[k][i], lower, start, i);
            }
        }
    }

    /** The distance of each class from each point of the quotient, by the rule alone. */
    private double[][] toClasses(DistanceMatrix matrix, PointClasses classes, int[] representatives)
            throws InterruptedException {
        int singles = representatives.length - classes.count();
        double[][] toClass = new double[classes.count()][representatives.length];
        double[] fromAll = new double[matrix.size()];
        for (int k = 0; k < toClass.length; k++) {
            gather(matrix, classes.members(k), fromAll);
            for (int i = 0; i < singles; i++) {
                toClass[k][i] = fromAll[representatives[i]];
            }
            for (int other = 0; other < k; other++) {
                double distance = gathered(fromAll, classes.members(other));
                toClass[k][singles + other] = distance;
                toClass[other][singles + k] = distance;
            }
        }
        return toClass;
    }

    /** The distance of a class from every point of the space. */
    private void gather(DistanceMatrix matrix, int[] members, double[] fromAll) throws InterruptedException {
        Arrays.fill(fromAll, start());
        for (int member : members) {
            check(member, matrix.size());
            for (int point = 0; point < fromAll.length; point++) {
                fromAll[point] = with(fromAll[point], matrix.distance(member, point));
            }
        }
        for (int point = 0; point < fromAll.length; point++) {
            fromAll[point] = end(fromAll[point], members.length);
        }
    }

    private double gathered(double[] fromAll, int[] members) {
        double gathered = start();
        for (int member : members) {
            gathered = with(gathered, fromAll[member]);
        }
        return end(gathered, members.length);
    }

    private double start() {
        return rule == Rule.MIN ? Double.POSITIVE_INFINITY : 0;
    }

    private double with(double gathered, double distance) {
        return rule == Rule.MIN ? Math.min(gathered, distance) : gathered + distance;
    }

    private double end(double gathered, int members) {
        return rule == Rule.MIN ? gathered : gathered / members;
    }

    private static float[][] rounded(double[][] rows) {
        float[][] rounded = new float[rows.length][rows.length == 0 ? 0 : rows[0].length];
        for (int k = 0; k < rows.length; k++) {
            for (int i = 0; i < rounded[k].length; i++) {
                rounded[k][i] = (float) rows[k][i];
            }
        }
        return rounded;
    }

    private static void check(int point, int size) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at point " + point + " of " + size + " of a quotient");
        }
    }
}
