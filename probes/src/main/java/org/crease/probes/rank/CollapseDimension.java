package org.crease.probes.rank;

import java.util.Locale;
import java.util.OptionalDouble;
import org.crease.probes.ProbeException;
import org.crease.probes.dimension.TwoNearestNeighbours;
import org.jspecify.annotations.Nullable;

/**
 * The dimension below which a rank counts as collapsed.
 *
 * @param rank the least rank that does not
 * @param note where it comes from, when it was estimated
 */
record CollapseDimension(int rank, @Nullable String note) {

    static CollapseDimension of(RankSettings settings, Network network, int[] inputs) throws InterruptedException {
        int features = network.features();
        Integer asked = settings.dimension();
        if (asked != null && asked > features) {
            throw new ProbeException("dimension is " + asked + "; expected at most " + features
                    + ", the number of features of the network's input");
        } else if (settings.estimateDimension() && inputs.length > 0) {
            return estimated(network, inputs);
        }
        return new CollapseDimension(asked == null ? features : asked, null);
    }

    private static CollapseDimension estimated(Network network, int[] inputs) throws InterruptedException {
        double[][] points = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            points[i] = network.values(Network.INPUT, inputs[i]);
        }
        OptionalDouble estimate = TwoNearestNeighbours.dimension(points);
        if (estimate.isEmpty()) {
            throw new ProbeException("the dimension of the " + inputs.length + " inputs cannot be estimated: too few of"
                    + " them differ, or they lie on a lattice; give the setting dimension");
        }
        double dimension = estimate.getAsDouble();
        int rank = (int) Math.max(1, Math.min(network.features(), Math.round(dimension)));
        return new CollapseDimension(
                rank,
                "collapsed means a rank below " + rank + ": two nearest neighbours estimate the dimension of the inputs"
                        + " as " + String.format(Locale.ROOT, "%.2f", dimension));
    }
}
