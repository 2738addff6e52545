package org.crease.javaplex;

import edu.stanford.math.plex4.api.Plex4;
import edu.stanford.math.plex4.homology.barcodes.BarcodeCollection;
import edu.stanford.math.plex4.homology.barcodes.Interval;
import edu.stanford.math.plex4.metric.impl.ExplicitMetricSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crease.homology.RipsEngine;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * Persistent homology of Vietoris-Rips filtrations, computed by JavaPlex: the same diagrams as
 * {@link org.crease.homology.VietorisRips}, much more slowly. JavaPlex rounds scales to twenty steps unless it is told all;
 * here it is told all. It lists every simplex, so about a million of them are as many as it takes, and cannot be
 * interrupted.
 *
 * <p>H. Adams, A. Tausz, M. Vejdemo-Johansson, <i>JavaPlex: a research software package for persistent (co)homology</i>,
 * ICMS 2014.
 */
public final class JavaPlexRips implements RipsEngine {
    private final int dimension;
    private final double threshold;
    private final int prime;

    private JavaPlexRips(int dimension, double threshold, int prime) {
        this.dimension = dimension;
        this.threshold = threshold;
        this.prime = prime;
    }

    /**
     * Diagrams of dimension 0 to this one, of the whole filtration, over Z/2.
     *
     * @throws IllegalArgumentException when the dimension is negative
     */
    public static JavaPlexRips upToDimension(int dimension) {
        if (dimension < 0) {
            throw new IllegalArgumentException("homology dimension is " + dimension + "; it must not be negative");
        }
        return new JavaPlexRips(dimension, Double.POSITIVE_INFINITY, 2);
    }

    /** The same of the filtration up to a scale of at least 0. */
    public JavaPlexRips upToScale(double scale) {
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("threshold is " + scale + "; it must be zero or positive");
        }
        return new JavaPlexRips(dimension, scale, prime);
    }

    /** The same with coefficients in the integers modulo a prime. */
    public JavaPlexRips over(int modulus) {
        return new JavaPlexRips(dimension, threshold, modulus);
    }

    @Override
    public Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(space);
        SortedSet<Float> scales = scales(matrix);
        double last = scales.last();
        scales.removeIf(scale -> scale > threshold);
        List<PersistenceDiagram> diagrams = new ArrayList<>();
        BarcodeCollection<Double> bars = space.size() == 0 ? new BarcodeCollection<>() : bars(matrix, scales);
        for (int d = 0; d <= dimension; d++) {
            diagrams.add(diagram(bars, d));
        }
        return new Diagrams(prime, Math.min(threshold, last), threshold >= last, diagrams);
    }

    private static SortedSet<Float> scales(DistanceMatrix matrix) {
        SortedSet<Float> scales = new TreeSet<>();
        scales.add(0f);
        for (int k = 0; k < matrix.pairs(); k++) {
            if (matrix.entry(k) < Float.POSITIVE_INFINITY) {
                scales.add(matrix.entry(k));
            }
        }
        return scales;
    }

    private BarcodeCollection<Double> bars(DistanceMatrix matrix, SortedSet<Float> scales) {
        double[][] rows = new double[matrix.size()][matrix.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = matrix.distance(i, j);
            }
        }
        double[] values = scales.stream().mapToDouble(Float::doubleValue).toArray();
        // dimensions below the one given, of complexes up to it
        return Plex4.getModularSimplicialAlgorithm(dimension + 1, prime)
                .computeIntervals(Plex4.createVietorisRipsStream(new ExplicitMetricSpace(rows), dimension + 1, values));
    }

    private static PersistenceDiagram diagram(BarcodeCollection<Double> bars, int dimension) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(dimension);
        if (bars.getDimensions().contains(dimension)) {
            for (Interval<Double> bar : bars.getIntervalsAtDimension(dimension)) {
                diagram.add(bar.getStart(), bar.isRightInfinite() ? Double.POSITIVE_INFINITY : bar.getEnd());
            }
        }
        return diagram.build();
    }
}
