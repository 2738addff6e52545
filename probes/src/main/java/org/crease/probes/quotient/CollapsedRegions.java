package org.crease.probes.quotient;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.crease.homology.metric.PointClasses;
import org.crease.probes.Array;
import org.crease.probes.Finding;

/**
 * The linear regions of a layer in which the rank is below a bound and at least two inputs lie.
 *
 * @param rank what the rank probe found
 */
record CollapsedRegions(Finding rank, int minRank) {
    private static final int FEWEST = 2;

    /** The regions as classes of these inputs. */
    PointClasses of(int[] ids) {
        int[] examined = array("id").ints();
        Map<Integer, Integer> position = new HashMap<>();
        for (int i = 0; i < examined.length; i++) {
            position.put(examined[i], i);
        }
        long[] region = array("region").longs();
        int[] ranks = array("rank").ints();
        long[] labels = new long[ids.length];
        boolean[] collapsed = new boolean[ids.length];
        for (int k = 0; k < ids.length; k++) {
            int i = Objects.requireNonNull(position.get(ids[k]), "input without a rank");
            labels[k] = region[i];
            collapsed[k] = ranks[i] < minRank;
        }
        return PointClasses.ofLabels(labels, collapsed, FEWEST);
    }

    private Array array(String name) {
        return Objects.requireNonNull(rank.arrays().get(name), name);
    }
}
