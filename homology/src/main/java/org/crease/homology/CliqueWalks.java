package org.crease.homology;

import java.util.SplittableRandom;

/**
 * Estimates how many cliques a graph has, without bias: a walk chooses a point, then again and again a common neighbour of
 * those chosen; the product of the numbers that it chose from tells how many walks there are.
 *
 * <p>D. Knuth, <i>Estimating the efficiency of backtrack programs</i>, Math. Comp. 29, 1975.
 */
final class CliqueWalks {
    private final double[] cliques; // of 1, 2, ... points
    private final SplittableRandom random = new SplittableRandom(1);

    /** A graph whose edges are asked for. */
    interface Graph {
        int size();

        /** The points joined to one. */
        int[] neighbours(int point);

        boolean areJoined(int i, int j);
    }

    /**
     * Walks.
     *
     * @param largest size of cliques
     */
    CliqueWalks(Graph graph, int largest, int walks) throws InterruptedException {
        cliques = new double[largest];
        for (int walk = 0; walk < walks && graph.size() > 0; walk++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while estimating a number of simplices");
            }
            // the points in turn, evenly
            walk(graph, (int) ((long) walk * graph.size() / walks), walks);
        }
    }

    private void walk(Graph graph, int start, int walks) {
        double weight = (double) graph.size() / walks;
        cliques[0] += weight;
        int[] left = graph.neighbours(start);
        int count = left.length;
        for (int size = 2; size <= cliques.length && count > 0; size++) {
            weight *= (double) count / size;
            cliques[size - 1] += weight;
            int chosen = left[random.nextInt(count)];
            int kept = 0;
            for (int k = 0; k < count; k++) {
                if (left[k] != chosen && graph.areJoined(chosen, left[k])) {
                    left[kept++] = left[k];
                }
            }
            count = kept;
        }
    }

    /** About how many cliques of so many points there are. */
    double cliques(int size) {
        return cliques[size - 1];
    }
}
