package org.crease.inspector.distances;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.inspector.web.RefusedException;

/**
 * Distances between diagrams, each computed once. Questions take turns, since a network may be training on the same
 * processors; each has a time, and what is not done by then is left out, to be had by asking again.
 */
public final class DistanceTable {
    private static final int KEPT = 50_000;
    private static final float LOAD = 0.75f;

    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Pair, Double> known = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Double> eldest) {
            return size() > KEPT;
        }
    };

    /** With a time that a question may take. */
    public DistanceTable(Duration patience) {
        this.patience = patience;
    }

    /**
     * Distances of all pairs: symmetric, infinite between diagrams with different numbers of infinite bars, NaN where there is
     * no such diagram.
     *
     * @throws RefusedException when others' questions take all the time
     */
    public Answer between(List<Diagram> diagrams, DistanceKind kind) {
        long end = System.nanoTime() + patience.toNanos();
        takeTurn();
        try {
            return matrix(diagrams, kind, end);
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn() {
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw RefusedException.conflict("other distances are being computed; ask again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RefusedException.conflict("the inspector is closing");
        }
    }

    private Answer matrix(List<Diagram> diagrams, DistanceKind kind, long end) {
        int size = diagrams.size();
        double[][] values = new double[size][size];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        List<Optional<PersistenceDiagram>> bars = new ArrayList<>();
        List<Diagram.Key> keys = new ArrayList<>();
        for (Diagram diagram : diagrams) {
            bars.add(diagram.bars());
            keys.add(diagram.key());
        }
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                if (bars.get(i).isPresent() && bars.get(j).isPresent()) {
                    Pair pair = new Pair(kind, keys.get(i), keys.get(j));
                    if (!known.containsKey(pair) && System.nanoTime() - end > 0) {
                        return new Answer(values, false);
                    }
                    double distance =
                            distance(pair, bars.get(i).get(), bars.get(j).get());
                    values[i][j] = distance;
                    values[j][i] = distance;
                }
            }
        }
        return new Answer(values, true);
    }

    private double distance(Pair pair, PersistenceDiagram a, PersistenceDiagram b) {
        Double before = known.get(pair);
        if (before != null) {
            return before;
        }
        double distance = pair.kind().between(a, b);
        known.put(pair, distance);
        known.put(pair.turned(), distance);
        return distance;
    }

    /** What a distance is between. */
    private record Pair(DistanceKind kind, Diagram.Key one, Diagram.Key other) {

        Pair turned() {
            return new Pair(kind, /* one= */ other, /* other= */ one);
        }
    }

    /**
     * Distances.
     *
     * @param values row by row
     * @param complete whether there was time for all
     */
    public record Answer(double[][] values, boolean complete) {}
}
