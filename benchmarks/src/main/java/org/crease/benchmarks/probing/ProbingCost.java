package org.crease.benchmarks.probing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.PhaseClock;
import org.crease.benchmarks.PhaseClock.Phase;
import org.crease.benchmarks.Report;
import org.crease.benchmarks.Runs;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains the same run with its probes and without, in turns, and says what the training thread lost. */
@Command(
        name = "probing.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "What attached probes cost a training.")
final class ProbingCost implements Callable<Integer> {
    private static final double NEGLIGIBLE = 0.01;

    @Option(names = "--config", description = "The run to train; configs/quickstart.yaml without it.")
    private Path file = Path.of(System.getProperty("crease.home", ""), "configs", "quickstart.yaml");

    @Option(names = "--set", paramLabel = "key=value", description = "A setting of it to change.")
    private List<String> settings = List.of();

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that medians are taken of.")
    private int repetitions;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<PhaseClock> with = new ArrayList<>();
    private final List<PhaseClock> without = new ArrayList<>();

    public static void main(String[] arguments) {
        int status = new CommandLine(new ProbingCost()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.lines());
        Config probed = Configs.read(file, settings);
        List<String> silent = new ArrayList<>(settings);
        silent.add("probes=[]");
        Config bare = Configs.read(file, silent);
        try (Runs runs = new Runs(DatasetLibrary.standard())) {
            runs.train(probed);
            runs.train(bare);
            for (int round = 0; round < repetitions; round++) {
                if (round % 2 == 0) {
                    with.add(runs.train(probed));
                    without.add(runs.train(bare));
                } else {
                    without.add(runs.train(bare));
                    with.add(runs.train(probed));
                }
            }
        }
        report.table(file.getFileName() + ": medians of " + repetitions, table());
        return CommandLine.ExitCode.OK;
    }

    private Table table() {
        Table table = new Table(
                Column.words(""),
                Column.numbers("without probes"),
                Column.numbers("with probes"),
                Column.numbers("difference"));
        row(table, "training, thread CPU s", c -> c.training().cpu());
        row(table, "training, wall s", c -> c.training().wall());
        row(table, "training, samples/s", c -> c.samples() / c.training().wall());
        for (Phase phase : List.of(Phase.UPDATES, Phase.SCORES, Phase.CHECKPOINTS)) {
            row(table, phase.words() + ", thread CPU s", c -> c.spent(phase).cpu());
            row(table, phase.words() + ", wall s", c -> c.spent(phase).wall());
        }
        row(
                table,
                Phase.LAST_PROBES.words() + ", wall s",
                c -> c.spent(Phase.LAST_PROBES).wall());
        row(table, "probes' thread, CPU s", PhaseClock::probes);
        return table;
    }

    private void row(Table table, String name, ToDoubleFunction<PhaseClock> quantity) {
        double before = Median.of(without, quantity);
        double after = Median.of(with, quantity);
        table.row(
                name,
                Numbers.value(before),
                Numbers.value(after),
                before > NEGLIGIBLE ? Numbers.percent(after / before - 1) : "");
    }
}
