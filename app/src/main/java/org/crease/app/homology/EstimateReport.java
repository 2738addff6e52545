package org.crease.app.homology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crease.app.terminal.Numbers;
import org.crease.homology.Budget;
import org.crease.homology.Estimate;

/**
 * What a computation is expected to take, for people and programs.
 *
 * @param heading what was read
 * @param points that are computed with
 */
record EstimateReport(List<String> heading, int points, Estimate estimate, Budget budget) {
    private static final double MINUTES = 99; // from so many seconds on
    private static final double HOURS = 7200;

    List<String> lines() {
        List<String> lines = new ArrayList<>(heading);
        lines.add("simplices  " + simplices() + "; hardly any is looked at as a rule");
        lines.add("memory     " + Numbers.bytes(estimate.bytes()) + ", " + Numbers.bytes(estimate.leastBytes()) + " to "
                + Numbers.bytes(estimate.mostBytes()) + ", beside the points or distances");
        lines.add("time       " + seconds(estimate.seconds()) + ", " + seconds(estimate.shortest()) + " to "
                + seconds(estimate.longest()));
        String time = Double.isInfinite(budget.seconds()) ? "" : " and " + seconds(budget.seconds());
        lines.add("budget     " + Numbers.bytes(budget.bytes()) + time + ": it "
                + (estimate.fits(budget) ? "fits" : "does not fit"));
        return lines;
    }

    String json() {
        return "{\"points\":" + points + ",\"simplices\":" + estimate.simplices() + ",\"bytes\":" + estimate.bytes()
                + ",\"bytes_range\":[" + estimate.leastBytes() + "," + estimate.mostBytes() + "],\"seconds\":"
                + estimate.seconds() + ",\"seconds_range\":[" + estimate.shortest() + "," + estimate.longest()
                + "],\"fits\":" + estimate.fits(budget) + "}";
    }

    private String simplices() {
        double count = estimate.simplices();
        return count < 1e15 ? Numbers.count((long) count) : String.format(Locale.ROOT, "%.3g", count);
    }

    private static String seconds(double seconds) {
        if (seconds < 1) {
            return String.format(Locale.ROOT, seconds < 0.01 ? "%.1f ms" : "%.0f ms", 1000 * seconds);
        } else if (seconds < MINUTES) {
            return String.format(Locale.ROOT, "%.2g s", seconds);
        }
        return seconds < HOURS
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%,.0f h", seconds / 3600);
    }
}
