package org.crease.trainer.probing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.figure.PartitionMap;
import org.crease.runlog.figure.PartitionMap.Points;
import org.crease.runlog.figure.PartitionMap.Regions;

/** The picture of a partition probe's finding, with the probe set on top, or on a slice its three points. */
public final class PartitionPicture {
    private static final int MOST_CLASSES = 6;

    private PartitionPicture() {}

    /** Whether a finding has what the picture needs. */
    public static boolean possible(Finding finding) {
        return finding.arrays().keySet().containsAll(List.of("window", "vertices", "offsets", "rank"));
    }

    /** The picture. */
    public static PartitionMap of(String title, Snapshot snapshot, Finding finding) {
        int[] ranks = array(finding, "rank").ints();
        Regions regions = new Regions(
                array(finding, "window").doubles(),
                array(finding, "vertices").doubles(),
                array(finding, "offsets").ints(),
                ranks);
        int low = Arrays.stream(ranks).min().orElse(0);
        int high = Arrays.stream(ranks).max().orElse(0);
        String subtitle = ranks.length
                + (ranks.length == 1 ? " linear region of rank " : " linear regions of rank ")
                + (low == high ? String.valueOf(low) : low + " to " + high);
        boolean slice = finding.arrays().containsKey("plane");
        return new PartitionMap(
                title,
                subtitle,
                slice ? "from the first point to the second" : "first feature",
                slice ? "from the first point to the third" : "second feature",
                regions,
                slice ? corners() : inputs(snapshot.probeSet()));
    }

    private static List<Points> corners() {
        return List.of(new Points("the three points", new double[] {0, 1, 0}, new double[] {0, 0, 1}));
    }

    private static List<Points> inputs(ProbeSet probeSet) {
        float[] numbers = HostArrays.floats(probeSet.inputs());
        TreeSet<Integer> classes = new TreeSet<>();
        Arrays.stream(probeSet.labels()).forEach(classes::add);
        if (classes.size() > MOST_CLASSES) {
            return List.of(points("the probe set", numbers, IntStream.range(0, probeSet.size())));
        }
        List<Points> points = new ArrayList<>();
        for (int label : classes) {
            points.add(points(
                    label < 0 ? "the probe set" : "class " + label,
                    numbers,
                    IntStream.range(0, probeSet.size()).filter(i -> probeSet.labels()[i] == label)));
        }
        return points;
    }

    private static Points points(String name, float[] numbers, IntStream chosen) {
        int[] positions = chosen.toArray();
        return new Points(
                name,
                Arrays.stream(positions).mapToDouble(i -> numbers[2 * i]).toArray(),
                Arrays.stream(positions).mapToDouble(i -> numbers[2 * i + 1]).toArray());
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }
}
