package org.crease.homology;

import java.util.Optional;
import java.util.function.IntFunction;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.MeasuredCloud;
import org.crease.homology.metric.SparseDistances;

/**
 * Estimates of what homology takes. By the number of points alone they reach from clouds with few loops to noise; where that
 * may be much, {@linkplain RipsSample some points} are looked at. The constants are measured, of one thread of a server
 * of 2023.
 */
final class CostModel {
    private static final double LITTLE = 0.02; // seconds: for less nothing is looked at
    private static final double FEW_LOOPS = 0.25; // of the time of a usual cloud
    private static final double NOISE = 20;
    private static final double SECONDS_OF_SIMPLEX = 1e-7; // where each is looked at
    private static final double SECONDS_OF_NOISE = 6e-9; // in dimension 1, by the cube of the points
    private static final long BYTES_OF_NOISE = 300; // a pair, in dimension 1
    private static final double CLOSE = 0.1; // of all pairs: with fewer, neighbours are looked at, not a sample
    private static final int CENTRES = 32;

    private final VietorisRips rips;

    CostModel(VietorisRips rips) {
        this.rips = rips;
    }

    /** Of so many points of which nothing is known, their distances not counted. */
    Estimate ofPoints(int points) {
        double simplices = 0;
        double ofSize = 1;
        for (int size = 1; size <= Math.min(points, rips.dimension() + 2); size++) {
            ofSize *= (points - size + 1.0) / size;
            simplices += ofSize;
        }
        double seconds = rips.seconds(points);
        double longest = rips.dimension() == 0
                ? 0
                : rips.dimension() == 1 ? SECONDS_OF_NOISE * Math.pow(points, 3) : simplices * SECONDS_OF_SIMPLEX;
        double pairs = points * (points - 1.0) / 2;
        double noise = rips.dimension() == 0 ? 0 : rips.dimension() == 1 ? BYTES_OF_NOISE * pairs : 50 * simplices;
        long bytes = rips.bytes(points);
        return new Estimate(
                simplices,
                bytes,
                rips.dimension() == 0 ? bytes / 8 : (long) (4 * pairs),
                (long) Math.min(Long.MAX_VALUE, bytes + noise),
                seconds,
                FEW_LOOPS * seconds,
                Math.max(longest, NOISE * seconds));
    }

    /** Of a space, or of so many of its points. */
    IntFunction<Estimate> of(FiniteMetricSpace space) throws InterruptedException {
        try {
            return looking(space);
        } catch (IllegalArgumentException e) {
            return this::ofPoints; // the work itself says which distance cannot be one
        }
    }

    /** Whether all pairs count, so that the number of points alone says something. */
    boolean isWhole(FiniteMetricSpace space) {
        return !(space instanceof SparseDistances) && rips.threshold() == Double.POSITIVE_INFINITY;
    }

    private IntFunction<Estimate> looking(FiniteMetricSpace space) throws InterruptedException {
        if (rips.dimension() > 0 && !isWhole(space) && space.size() > CENTRES) {
            NearCost near = new NearCost(rips, space);
            if (near.share() < CLOSE) {
                return near::of;
            }
        }
        boolean isKnown = space instanceof DistanceMatrix || measured(space).isPresent();
        boolean isLittle = isKnown && isWhole(space) && ofPoints(space.size()).longest() < LITTLE;
        if (space.size() < 2 || rips.dimension() == 0 || isLittle) {
            double each = isKnown ? 0 : DistanceStopwatch.ofSome(space);
            return points -> withDistances(ofPoints(points), space, points, each);
        }
        RipsSample sample = new RipsSample(space, rips.dimension(), rips.threshold());
        SampledCost cost = new SampledCost(rips, sample);
        return points -> withDistances(cost.of(points), space, points, sample.secondsOfDistance());
    }

    /** With the time of computing them, shared by all threads. */
    private Estimate withDistances(Estimate homology, FiniteMetricSpace space, int points, double each) {
        if (space instanceof SparseDistances) {
            return homology;
        }
        double seconds = rips.dimension() == 0 ? 0 : 2e-9;
        if (!(space instanceof DistanceMatrix)) {
            seconds += measured(space)
                    .map(cloud -> 1e-9 + 1.5e-10 * cloud.dimension())
                    .orElse(each);
        }
        seconds *= points * (points - 1.0) / 2 / rips.threads();
        return new Estimate(
                homology.simplices(),
                homology.bytes(),
                homology.leastBytes(),
                homology.mostBytes(),
                homology.seconds() + seconds,
                homology.shortest() + seconds / 3,
                homology.longest() + 3 * seconds);
    }

    private static Optional<MeasuredPoints> measured(FiniteMetricSpace space) {
        return space instanceof MeasuredCloud cloud ? cloud.points() : Optional.empty();
    }
}
