package org.crease.benchmarks.training;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.PhaseClock;
import org.crease.benchmarks.PhaseClock.Phase;
import org.crease.benchmarks.Report;
import org.crease.benchmarks.Runs;
import org.crease.trainer.data.Split;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast networks are trained: by us, by bare Deeplearning4j, and by PyTorch where there is one. */
@Command(
        name = "training.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Speed of training beside bare Deeplearning4j and PyTorch, one thread each.")
final class TrainingSpeed implements Callable<Integer> {
    private static final String SHIPPED = "fashion-mnist-small";
    private static final String LARGE = "mnist";

    @Option(
            names = "--samples",
            defaultValue = "60000",
            description = "Samples of a repetition; rounded down to whole batches.")
    private int samples;

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that medians are taken of.")
    private int repetitions;

    @Option(
            names = "--networks",
            defaultValue = "MLP,LENET",
            split = ",",
            description = "Any of ${COMPLETION-CANDIDATES}.")
    private List<Architecture> networks = List.of();

    @Option(names = "--python", defaultValue = "python3", description = "The Python to look for PyTorch in.")
    private String python = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int status = new CommandLine(new TrainingSpeed()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(out);
        DatasetLibrary library = DatasetLibrary.standard();
        String dataset = library.locate(LARGE).isPresent() ? LARGE : SHIPPED;
        report.section("Conditions", Conditions.lines());
        try (Runs runs = new Runs(library)) {
            Ours ours = new Ours(runs, dataset);
            Split data = Experiment.of(
                            ours.config(Architecture.MLP, Architecture.BATCH), Path.of(""), library, Progress.SILENT)
                    .task()
                    .train();
            Optional<PyTorch> torch = PyTorch.start(python, script(), data, runs.folder());
            report.section(
                    "Data",
                    List.of(dataset + ", " + Numbers.count(data.size()) + " training samples" + missing(torch)));
            try {
                for (Architecture architecture : networks) {
                    play(architecture, ours, data, torch, report);
                }
            } finally {
                torch.ifPresent(PyTorch::close);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private String missing(Optional<PyTorch> torch) {
        return torch.isPresent() ? "" : "; no PyTorch, since " + python + " has no torch";
    }

    private static Path script() {
        return Path.of(System.getProperty("crease.home", ""), "benchmarks", "src", "main", "python", "training.py");
    }

    private void play(Architecture architecture, Ours ours, Split data, Optional<PyTorch> torch, Report report) {
        Plain stock = new Plain(data, false);
        List<Contender> contenders = new ArrayList<>(List.of(ours, stock));
        if (architecture == Architecture.LENET) {
            contenders.add(new Plain(data, true));
        }
        torch.ifPresent(contenders::add);
        Match match = new Match(architecture, samples, contenders);
        match.play(repetitions);
        report.table(
                architecture + " " + architecture.description() + ": medians of " + repetitions + ", of "
                        + Numbers.count(samples) + " samples each",
                match.table(stock));
        report.table("What Crease's run spends its time on", phases(ours.clocks()));
    }

    private Table phases(List<PhaseClock> clocks) {
        List<PhaseClock> measured = clocks.subList(clocks.size() - repetitions, clocks.size());
        Table table = new Table(Column.words(""), Column.numbers("wall s"), Column.numbers("thread CPU s"));
        for (Phase phase : List.of(Phase.UPDATES, Phase.SCORES, Phase.CHECKPOINTS)) {
            table.row(
                    phase.words(),
                    Numbers.value(Median.of(measured, c -> c.spent(phase).wall())),
                    Numbers.value(Median.of(measured, c -> c.spent(phase).cpu())));
        }
        return table;
    }
}
