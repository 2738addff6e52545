package org.crease.app.terminal;

import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.storage.Printable;

/**
 * Words for a state of progress. On a terminal the line fits the width: what matters least goes first (rate, then
 * metric, then the bar), the step stays.
 */
final class ProgressText {

    private static final int WIDEST_BAR = 30;
    private static final int NARROWEST_BAR = 8;
    private static final String GAP = "  ";

    private final Screen screen;

    ProgressText(Screen screen) {
        this.screen = screen;
    }

    String line(Progress progress, Speed speed) {
        String step = pad(progress.step(), progress.total()) + "/" + progress.total();
        List<String> facts = facts(progress, speed);
        if (!screen.interactive()) {
            return progress.unit() + " " + step + GAP + String.join(GAP, facts);
        }
        int room = screen.width() - 1 - step.length();
        while (!facts.isEmpty() && needed(facts) > room) {
            facts.remove(facts.size() - 1);
        }
        int bar = Math.min(WIDEST_BAR, room - needed(facts) - GAP.length());
        String front = bar < NARROWEST_BAR ? step : step + GAP + bar(progress.share(), bar);
        return facts.isEmpty() ? front : front + GAP + String.join(GAP, facts);
    }

    /** In the order of their worth. */
    private static List<String> facts(Progress progress, Speed speed) {
        List<String> facts = new ArrayList<>();
        if (!Double.isNaN(progress.loss())) {
            facts.add("loss " + Numbers.value(progress.loss()));
        }
        if (progress.step() == progress.total()) {
            facts.add("in " + Numbers.duration(speed.elapsed()));
        } else if (!Double.isNaN(speed.secondsLeft())) {
            facts.add(Numbers.duration(speed.secondsLeft()) + " left");
        }
        if (!progress.metric().isEmpty() && !Double.isNaN(progress.value())) {
            facts.add(Printable.of(progress.metric()) + " " + Numbers.value(progress.value()));
        }
        if (progress.samples() > 0 && !Double.isNaN(speed.samplesPerSecond())) {
            facts.add(Numbers.rate(speed.samplesPerSecond()) + " " + progress.worked() + "/s");
        }
        return facts;
    }

    private static int needed(List<String> facts) {
        return facts.stream().mapToInt(fact -> GAP.length() + fact.length()).sum();
    }

    private String bar(double share, int width) {
        int full = (int) Math.floor(share * width);
        String done = screen.choose("━", "=").repeat(full);
        if (full == width) {
            return Style.GOOD.on(screen, done);
        }
        String head = screen.choose("╸", ">");
        String rest = screen.choose("─", ".").repeat(width - full - 1);
        return Style.NAME.on(screen, done + head) + Style.FAINT.on(screen, rest);
    }

    private static String pad(long step, long total) {
        String digits = Long.toString(step);
        return " ".repeat(Long.toString(total).length() - digits.length()) + digits;
    }
}
