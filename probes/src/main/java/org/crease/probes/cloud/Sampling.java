package org.crease.probes.cloud;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.CloudSettings.Subsample;
import org.crease.probes.snapshot.ProbeSet;

/** Draws the inputs that are looked at, by a seed alone: the same at every step and in every layer. */
final class Sampling {
    private Sampling() {}

    /** Rows of the probe set, ascending; all of them where the choice waits for the cloud. */
    static int[] rows(ProbeSet probeSet, Subsample subsample, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] all = IntStream.range(0, probeSet.size()).toArray();
        if (subsample instanceof Subsample.Random choice) {
            return sorted(draw(all, choice.size(), random, "the probe set"));
        } else if (subsample instanceof Subsample.PerClass choice) {
            return perClass(probeSet.labels(), choice.size(), random);
        }
        return all;
    }

    /** How many points the choice leaves. */
    static int count(ProbeSet probeSet, Subsample subsample, long seed) {
        return subsample instanceof Subsample.Landmarks landmarks
                ? Math.min(landmarks.size(), probeSet.size())
                : rows(probeSet, subsample, seed).length;
    }

    private static int[] perClass(int[] labels, int size, SplittableRandom random) {
        TreeMap<Integer, IntStream.Builder> classes = new TreeMap<>();
        for (int row = 0; row < labels.length; row++) {
            if (labels[row] < 0) {
                throw new ProbeException("subsample: per-class needs classes, and this task's inputs have none");
            }
            classes.computeIfAbsent(labels[row], label -> IntStream.builder()).add(row);
        }
        IntStream.Builder chosen = IntStream.builder();
        classes.forEach((label, rows) -> Arrays.stream(draw(rows.build().toArray(), size, random, "class " + label))
                .forEach(chosen));
        return sorted(chosen.build().toArray());
    }

    private static int[] draw(int[] from, int count, SplittableRandom random, String where) {
        if (count > from.length) {
            throw new ProbeException("subsample: " + count + " inputs asked for, " + where + " has " + from.length);
        }
        for (int k = 0; k < count; k++) {
            int other = random.nextInt(k, from.length);
            int swap = from[k];
            from[k] = from[other];
            from[other] = swap;
        }
        return Arrays.copyOf(from, count);
    }

    private static int[] sorted(int[] rows) {
        Arrays.sort(rows);
        return rows;
    }
}
