package org.crease.app.reproduce;

import java.util.List;
import java.util.Locale;
import org.crease.app.terminal.Numbers;
import org.crease.trainer.reproduction.Expectation;
import org.crease.trainer.reproduction.Verdict;

/** All panels as a page in Markdown, with figures in the directories beside it. */
final class Report {
    private final String paper;
    private final List<PanelResult> results;
    private final List<String> leftOut;
    private final StringBuilder text = new StringBuilder();

    private Report(String paper, List<PanelResult> results, List<String> leftOut) {
        this.paper = paper;
        this.results = results;
        this.leftOut = leftOut;
    }

    /**
     * The page.
     *
     * @param leftOut panels that were not run
     */
    static String of(String paper, List<PanelResult> results, List<String> leftOut) {
        return new Report(paper, results, leftOut).write();
    }

    private String write() {
        line("# Reproduction: " + paper);
        line("");
        long facts =
                results.stream().mapToLong(result -> result.verdicts().size()).sum();
        long reproduced = results.stream().mapToLong(PanelResult::reproduced).sum();
        line(Numbers.count(reproduced) + " of " + Numbers.count(facts)
                + " facts are reproduced. Made by `crease reproduce " + paper
                + "`; deviations are standard deviations over the repetitions.");
        line("");
        line("| panel | shows | facts | reproduced | cells × repetitions | seconds |");
        line("|---|---|---:|---:|---:|---:|");
        for (PanelResult result : results) {
            Expectation expectation = result.panel().expectation();
            line("| " + cell(expectation.panel()) + " | " + cell(expectation.title()) + " | "
                    + result.verdicts().size() + " | " + result.reproduced() + " | " + result.cells() + " × "
                    + result.repetitions() + " | " + String.format(Locale.ROOT, "%.1f", result.seconds()) + " |");
        }
        if (!leftOut.isEmpty()) {
            line("");
            line("Not run, since they take hours: " + String.join(", ", leftOut) + " (`--full`).");
        }
        results.forEach(this::panel);
        return text.toString();
    }

    private void panel(PanelResult result) {
        Expectation expectation = result.panel().expectation();
        line("");
        line("## " + result.heading());
        line("");
        line("Configuration: `" + result.panel().sweep().getFileName() + "`. Source: " + expectation.source() + ".");
        if (!expectation.settings().isEmpty()) {
            line("");
            line("Our settings, where they are not the paper's:");
            expectation.settings().forEach(note -> line("- " + note));
        }
        for (String figure : result.figures()) {
            line("");
            line("![" + cell(expectation.title()) + "](" + paper + "/"
                    + result.panel().name() + "/" + figure + ".svg)");
        }
        line("");
        line("| | fact | at | expected | measured |");
        line("|---|---|---|---|---|");
        for (Verdict verdict : result.verdicts()) {
            line("| " + (verdict.reproduced() ? "reproduced" : "**differs**") + " | "
                    + cell(claim(verdict, expectation)) + " | "
                    + cell(verdict.place()) + " | " + cell(verdict.expected()) + " | " + cell(verdict.measured())
                    + " |");
        }
    }

    /** With its source, where that is not the panel's. */
    private static String claim(Verdict verdict, Expectation expectation) {
        boolean usual = verdict.source().equals(expectation.source());
        return verdict.claim() + (usual ? "" : " (" + verdict.source() + ")");
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("\n", " ");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
