package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.probes.Cancellation;
import org.crease.probes.rank.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * The overlaps of one layer: for each two regions, the inputs of either whose value lies in the image of the other's closed
 * polyhedron. n inputs in r regions are n (r - 1) questions, mostly answered without a linear program ({@link RegionImage}).
 */
final class OverlapSearch {
    private final LayerRegions layer;
    private final @Nullable Double reach;
    private final Effort effort = new Effort();
    private final List<RegionImage> images = new ArrayList<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private final RegionMeeting whole;
    private int oneSided;

    OverlapSearch(LayerRegions layer, double[][] points, @Nullable Double reach) throws InterruptedException {
        this.layer = layer;
        this.reach = reach;
        LinearProgramSolver solver = new LinearProgramSolver();
        double inputSize = LayerRegions.largest(points);
        double imageSize = LayerRegions.largest(layer.values());
        whole = new RegionMeeting(inputSize, imageSize, solver, effort);
        for (AffineRegion region : layer.regions()) {
            Cancellation.check();
            images.add(new RegionImage(region, points, inputSize, imageSize, solver, effort));
        }
    }

    /** The rank of each region's map. */
    int[] ranks(Tolerance tolerance) {
        int[] ranks = new int[images.size()];
        for (int k = 0; k < ranks.length; k++) {
            AffineMap map = layer.regions().get(k).map();
            SingularValues singular = images.get(k).singular();
            ranks[k] = singular.above(tolerance.threshold(map.outputs(), map.inputs(), singular.largest()));
        }
        return ranks;
    }

    /** Looks at all pairs. */
    void run() throws InterruptedException {
        for (int first = 0; first < images.size(); first++) {
            for (int second = first + 1; second < images.size(); second++) {
                if (near(first, second)) {
                    compare(first, second);
                }
            }
        }
    }

    private void compare(int first, int second) throws InterruptedException {
        Meeting meeting = new Meeting(first, second, within(first, second), within(second, first));
        if (meeting.mutual()) {
            meetings.add(meeting);
        } else if (meeting.ofFirst().length + meeting.ofSecond().length > 0) {
            oneSided++;
        }
    }

    /** The pairs of regions whose images overlap anywhere. */
    List<int[]> imagePairs() throws InterruptedException {
        List<int[]> pairs = new ArrayList<>();
        for (int first = 0; first < images.size(); first++) {
            for (int second = first + 1; second < images.size(); second++) {
                Cancellation.check();
                if (whole.meet(layer.regions().get(first), layer.regions().get(second)) == Answer.YES) {
                    pairs.add(new int[] {first, second});
                }
            }
        }
        return pairs;
    }

    /** The inputs of a region whose value is in the image of another. */
    private int[] within(int region, int other) throws InterruptedException {
        List<Integer> within = new ArrayList<>();
        for (int member : layer.regions().get(region).members()) {
            Cancellation.check();
            if (images.get(other).contains(layer.values()[member]) == Answer.YES) {
                within.add(member);
            }
        }
        return within.stream().mapToInt(i -> i).toArray();
    }

    private boolean near(int first, int second) throws InterruptedException {
        Double within = reach;
        if (within == null) {
            return true;
        }
        for (int i : layer.regions().get(first).members()) {
            Cancellation.check();
            for (int j : layer.regions().get(second).members()) {
                if (distance(layer.values()[i], layer.values()[j]) <= within) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double distance(double[] a, double[] b) {
        double[] difference = new double[a.length];
        Arrays.setAll(difference, k -> a[k] - b[k]);
        return Math.sqrt(Kernel.dot(difference, difference));
    }

    List<Meeting> meetings() {
        return meetings;
    }

    int oneSided() {
        return oneSided;
    }

    Effort effort() {
        return effort;
    }
}
