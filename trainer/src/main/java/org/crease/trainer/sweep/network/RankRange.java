package org.crease.trainer.sweep.network;

import java.util.Comparator;
import java.util.List;
import org.crease.trainer.sweep.network.Codewords.Group;

/**
 * The smallest and the largest rank over the codewords of one layer, without the ranks of all: from the fewest active units up, a
 * codeword that is proved to have at least the smallest rank so far cannot lower it; from the most down, none can raise the
 * largest once it is no less than their number of units.
 */
final class RankRange {
    private RankRange() {}

    static int smallest(LayerRanks ranks, List<Group> groups) {
        int smallest = Integer.MAX_VALUE;
        for (Group group : byActive(groups, Comparator.naturalOrder())) {
            int most = Math.min(smallest, group.active().length);
            if (smallest == Integer.MAX_VALUE || most < smallest || !ranks.atLeast(group.active(), smallest)) {
                smallest = Math.min(smallest, ranks.rank(group.active()));
            }
            if (smallest == 0) {
                return 0;
            }
        }
        return smallest;
    }

    static int largest(LayerRanks ranks, int inputs, List<Group> groups) {
        int largest = 0;
        for (Group group : byActive(groups, Comparator.reverseOrder())) {
            if (Math.min(group.active().length, inputs) <= largest) {
                return largest;
            }
            largest = Math.max(largest, ranks.rank(group.active()));
        }
        return largest;
    }

    private static List<Group> byActive(List<Group> groups, Comparator<Integer> order) {
        return groups.stream()
                .sorted(Comparator.comparing((Group group) -> group.active().length, order))
                .toList();
    }
}
