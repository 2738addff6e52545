package org.crease.homology;

/**
 * What homology of a space takes, by a sample of it. Edges take their time by the length of a row of bits; beside them it is
 * points of lunes without an apex, cliques of their cores, and critical simplices that count. Where these are too many,
 * each simplex is looked at.
 */
final class SampledCost {
    private static final double NANO = 1e-9;
    private static final double MORE = 0.25; // power of the number of points by the sample's that the range goes with
    private static final double AWAY = 3; // of the range from its middle, where all points are looked at
    private static final double SECONDS_OF_SIMPLEX = 1e-6;
    private static final double BYTES_OF_SIMPLEX = 50;
    private static final double LONGER = 100; // times as long as by lunes, at most, where these hold too much
    private static final double LARGER = 10; // times as many bytes
    private static final double SURPRISE = 3; // times as many critical simplices as expected
    private static final double SMALL = 1e-3; // seconds that anything may take

    private final VietorisRips rips;
    private final RipsSample sample;

    SampledCost(VietorisRips rips, RipsSample sample) {
        this.rips = rips;
        this.sample = sample;
    }

    /** For so many points of the space. */
    Estimate of(int points) {
        double simplices = 0;
        for (int size = 1; size <= rips.dimension() + 2; size++) {
            simplices += sample.simplices(size, points);
        }
        LuneTally tally = sample.tally(points);
        double noise = 1.5 * Math.max(0, rips.dimension() - 2);
        double range = (AWAY + noise) * Math.pow(Math.max(1, (double) points / sample.size()), MORE);
        double seconds = rips.dimension() == 1 ? secondsOfLoops(tally) : secondsAbove(tally);
        double held = rips.dimension() == 1 ? bytesOfLoops(tally) : bytesAbove(tally);
        double fixed = fixedBytes(tally);
        Estimate byLunes = new Estimate(
                simplices,
                (long) (fixed + held),
                (long) (fixed / 2 + held / range),
                (long) (1.5 * fixed + held * range),
                seconds,
                seconds / range,
                seconds * range + SMALL);
        double most = LuneGradient.mostCritical(tally.edges());
        if (rips.dimension() == 1 || SURPRISE * tally.criticals() <= most) {
            return byLunes;
        }
        return Double.isInfinite(tally.criticals())
                ? byAllSimplices(simplices, points, tally)
                : byLunesOrNot(byLunes, tally.criticals() > most);
    }

    private double secondsOfLoops(LuneTally tally) {
        double search = tally.edges() * (15 + 0.02 * tally.points());
        double sorting = 10 * tally.edges();
        double following =
                10 * tally.edges() + 3 * tally.criticals() * tally.points() + 1.9e-3 * Math.pow(tally.crowd(), 1.5);
        return NANO * (search / threads(search) + sorting + following);
    }

    private double secondsAbove(LuneTally tally) {
        double cliques = rips.dimension() == 2 ? 0 : rips.dimension() == 3 ? 15 : 5;
        double collapsing =
                tally.edges() * (30 + 0.25 * tally.points()) + 75 * tally.lunePoints() + cliques * tally.corePower();
        double longer = Math.pow(Math.max(1, tally.criticals() / 1000), rips.dimension() == 2 ? 0.25 : 0.15);
        double each = 1500 * Math.pow(2, rips.dimension() - 2) * longer;
        double following = 40 * tally.edges() + each * tally.criticals();
        return NANO * (collapsing / threads(collapsing) + following);
    }

    private double threads(double nanoseconds) {
        return Math.min(rips.threads(), 1 + nanoseconds / 2e6);
    }

    /** Distances, edges, and the graph of each thread as bits; above dimension 1 also ranks and apexes. */
    private double fixedBytes(LuneTally tally) {
        double pairs = tally.points() * (tally.points() - 1.0) / 2;
        double bits = 0.125 * tally.points() * (tally.points() + 63.0) * rips.threads();
        return (rips.dimension() == 1 ? 4 : 8) * (pairs + tally.edges()) + bits;
    }

    private static double bytesOfLoops(LuneTally tally) {
        return 1000 + 40 * tally.criticals() + 0.1 * tally.crowd();
    }

    private double bytesAbove(LuneTally tally) {
        double ofLune = 24.0 * (5 + rips.dimension());
        double points = 2.6 * tally.lunePoints();
        return 1000 + ofLune * tally.lunes() + points + 150 * (rips.dimension() - 1) * tally.criticals();
    }

    /** By lunes or, where there are too many critical simplices, by implicit cohomology, which was always slower. */
    private static Estimate byLunesOrNot(Estimate byLunes, boolean isLikelyNot) {
        return new Estimate(
                byLunes.simplices(),
                byLunes.bytes(),
                byLunes.leastBytes() / 3,
                (long) (LARGER * byLunes.mostBytes()),
                (isLikelyNot ? LONGER / 3 : 1) * byLunes.seconds(),
                byLunes.shortest(),
                LONGER * byLunes.longest());
    }

    /** Where even the sample has more critical simplices than are listed. */
    private Estimate byAllSimplices(double simplices, int points, LuneTally tally) {
        double highest = sample.simplices(rips.dimension() + 1, points);
        double seconds = SECONDS_OF_SIMPLEX * highest;
        double fixed = fixedBytes(tally);
        double held = BYTES_OF_SIMPLEX * highest;
        return new Estimate(
                simplices,
                (long) (fixed + held),
                (long) (fixed / 2),
                (long) (1.5 * fixed + LARGER * held),
                seconds,
                seconds / 10,
                LONGER * seconds);
    }
}
