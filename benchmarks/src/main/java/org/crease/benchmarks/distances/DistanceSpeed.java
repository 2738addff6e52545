package org.crease.benchmarks.distances;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.homology.diagram.PersistenceDiagram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long distances between diagrams take: ours, exact, and GUDHI's, Wasserstein to one percent. */
@Command(
        name = "distances.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Speed of distances between diagrams beside GUDHI, one thread each. Ours are exact unless an error is"
                        + " named; GUDHI's Wasserstein distance (Hera) is asked for to one percent.")
final class DistanceSpeed implements Callable<Integer> {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double ONE_PERCENT = 0.01;

    @Option(names = "--bars", defaultValue = "1000", description = "Bars of a diagram.")
    private int bars;

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that medians are taken of.")
    private int repetitions;

    @Option(names = "--roughly", description = "Leave exact Wasserstein distances out: for many bars.")
    private boolean roughly;

    @Option(names = "--python", defaultValue = "/usr/bin/python3", description = "The Python to look for GUDHI in.")
    private String python = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int status = new CommandLine(new DistanceSpeed()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() throws IOException {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.lines());
        Optional<Gudhi> gudhi = Gudhi.start(python, script());
        try {
            report.section(
                    "Beside", List.of(gudhi.map(Gudhi::name).orElse("nothing, since " + python + " has no gudhi")));
            report.table(
                    Numbers.count(bars) + " bars a diagram, ms, medians of " + repetitions + " after a warm-up",
                    table(gudhi.orElse(null)));
        } finally {
            gudhi.ifPresent(Gudhi::close);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Path script() {
        return Path.of(System.getProperty("crease.home", ""), "benchmarks", "src", "main", "python", "distances.py");
    }

    private Table table(@Nullable Gudhi gudhi) throws IOException {
        Table table = new Table(
                Column.words("bars"),
                Column.words("distance"),
                Column.numbers("first"),
                Column.numbers("ours"),
                Column.numbers("CPU"),
                Column.numbers("GUDHI"),
                Column.numbers("CPU"),
                Column.numbers("differs by"));
        for (Question question : questions()) {
            Answer first = Answer.ours(question);
            List<Answer> ours = new ArrayList<>();
            List<Answer> theirs = new ArrayList<>();
            for (int k = 0; k < repetitions; k++) {
                ours.add(Answer.ours(question));
                if (gudhi != null) {
                    theirs.add(gudhi.answer(question));
                }
            }
            table.row(
                    question.bars(),
                    question.kind(),
                    milliseconds(first.wall()),
                    milliseconds(Median.of(ours, Answer::wall)),
                    milliseconds(Median.of(ours, Answer::cpu)),
                    theirs.isEmpty() ? "" : milliseconds(Median.of(theirs, Answer::wall)),
                    theirs.isEmpty() ? "" : milliseconds(Median.of(theirs, Answer::cpu)),
                    theirs.isEmpty() ? "" : difference(first, theirs.get(0)));
        }
        return table;
    }

    private List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        questions.addAll(about("uniform", Question.uniform(bars, 1), Question.uniform(bars, 2)));
        questions.addAll(about("mostly short", Question.mostlyShort(bars, 3), Question.mostlyShort(bars, 4)));
        return questions;
    }

    private List<Question> about(String words, PersistenceDiagram a, PersistenceDiagram b) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(words, INF, INF, 0, a, b));
        if (!roughly) {
            questions.add(new Question(words, 1, INF, 0, a, b));
            questions.add(new Question(words, 2, 2, 0, a, b));
        }
        questions.add(new Question(words, 1, INF, ONE_PERCENT, a, b));
        questions.add(new Question(words, 2, 2, ONE_PERCENT, a, b));
        return questions;
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", 1e3 * seconds);
    }

    private static String difference(Answer ours, Answer theirs) {
        return String.format(Locale.ROOT, "%.1e", Math.abs(theirs.distance() - ours.distance()) / ours.distance());
    }
}
