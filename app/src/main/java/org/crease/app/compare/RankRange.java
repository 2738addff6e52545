package org.crease.app.compare;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.terminal.Screen;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Sample;
import org.crease.runlog.compare.StratumRow;

/**
 * Neighbouring ranks counted together, run by run.
 *
 * @param least the smallest rank that occurs in it
 * @param most the largest
 * @param row the sums
 */
record RankRange(int least, int most, ComparisonRow row) {

    /**
     * The strata of one layer at one moment in equally wide ranges; each on its own where they are few.
     *
     * @param strata by rank, at least one
     * @param most how many ranges at most
     */
    static List<RankRange> of(List<StratumRow> strata, int most) {
        int first = strata.get(0).rank();
        int last = strata.get(strata.size() - 1).rank();
        int width = strata.size() <= most ? 1 : (last - first + most) / most;
        List<RankRange> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= strata.size(); i++) {
            if (i == strata.size()
                    || (strata.get(i).rank() - first) / width
                            > (strata.get(from).rank() - first) / width) {
                ranges.add(sum(strata.subList(from, i)));
                from = i;
            }
        }
        return ranges;
    }

    String name(Screen screen) {
        return least == most ? String.valueOf(least) : least + screen.choose("–", "-") + most;
    }

    private static RankRange sum(List<StratumRow> strata) {
        ComparisonRow any = strata.get(0).row();
        return new RankRange(
                strata.get(0).rank(),
                strata.get(strata.size() - 1).rank(),
                new ComparisonRow(
                        any.moment(),
                        any.quantity(),
                        added(strata.stream()
                                .map(stratum -> stratum.row().first())
                                .toList()),
                        added(strata.stream()
                                .map(stratum -> stratum.row().second())
                                .toList()),
                        null));
    }

    private static Sample added(List<Sample> samples) {
        List<Double> sums = new ArrayList<>();
        for (int run = 0; run < samples.get(0).values().size(); run++) {
            double sum = 0;
            for (Sample sample : samples) {
                sum += sample.values().get(run);
            }
            sums.add(sum);
        }
        return new Sample(sums);
    }
}
