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
                "Speed of distances between diagrams beside GUDHI, one thread each. Ours are exact; GUDHI's Wasserstein"
                        + " distance (Hera) is asked for to one percent.")
final class DistanceSpeed implements Callable<Integer> {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Option(names = "--bars", defaultValue = "1000", description = "Bars of a diagram.")
    private int bars;

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that medians are taken of.")
    private int repetitions;

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
        PersistenceDiagram a = Question.uniform(bars, 1);
        PersistenceDiagram b = Question.uniform(bars, 2);
        PersistenceDiagram c = Question.mostlyShort(bars, 3);
        PersistenceDiagram d = Question.mostlyShort(bars, 4);
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("uniform", INF, INF, a, b));
        questions.add(new Question("uniform", 1, INF, a, b));
        questions.add(new Question("uniform", 2, 2, a, b));
        questions.add(new Question("mostly short", INF, INF, c, d));
        questions.add(new Question("mostly short", 1, INF, c, d));
        questions.add(new Question("mostly short", 2, 2, c, d));
        return questions;
    }

    private static String milliseconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f", 1e3 * seconds);
    }

    private static String difference(Answer ours, Answer theirs) {
        return String.format(Locale.ROOT, "%.1e", Math.abs(theirs.distance() - ours.distance()) / ours.distance());
    }
}
