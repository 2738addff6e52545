package org.crease.app.reproduce;

import java.util.List;
import org.crease.trainer.reproduction.Panel;
import org.crease.trainer.reproduction.Verdict;

/**
 * What became of a panel.
 *
 * @param panel which
 * @param figures names of the figures that its directory holds
 * @param cells number of cells of its grid
 * @param repetitions how often each was repeated
 * @param seconds that it took this time, less than all where it went on after a stop
 * @param verdicts on its facts
 */
record PanelResult(
        Panel panel, List<String> figures, int cells, int repetitions, double seconds, List<Verdict> verdicts) {

    PanelResult {
        figures = List.copyOf(figures);
        verdicts = List.copyOf(verdicts);
    }

    long reproduced() {
        return verdicts.stream().filter(Verdict::reproduced).count();
    }

    long differing() {
        return verdicts.size() - reproduced();
    }

    /** Letter and title. */
    String heading() {
        return panel.expectation().panel() + "  " + panel.expectation().title();
    }
}
