package org.crease.benchmarks.sweep;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepObserver;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.Sweeps;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures panel A's sweep, 36 cells of random networks: by our command, in this process, and in plain NumPy. */
@Command(
        name = "sweep.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Speed of a sweep of random networks (configs/papers/rank-decomposition/a-width.sweep.yaml) beside the"
                        + " same sweep in plain NumPy. Contenders take turns; fails when their means differ.")
final class SweepSpeed implements Callable<Integer> {
    private static final double FAR = 5;

    @Option(names = "--repetitions", defaultValue = "3", description = "Repetitions that medians are taken of.")
    private int repetitions;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of ours, and of NumPy's second turn.")
    private int threads;

    @Option(names = "--python", defaultValue = "/usr/bin/python3", description = "The Python to look for NumPy in.")
    private String python = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Path root = Path.of(System.getProperty("crease.home", "."));
    private final Path config = root.resolve("configs/papers/rank-decomposition/a-width.sweep.yaml");

    /**
     * What a contender took.
     *
     * @param wall seconds
     * @param cpu processor seconds; NaN where they are not known
     */
    private record Spent(double wall, double cpu) {}

    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(new CommandLine(new SweepSpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.lines());
        List<Spent> first = List.of(inProcess(threads));
        List<Spent> command = new ArrayList<>();
        List<Spent> all = new ArrayList<>();
        List<Spent> one = new ArrayList<>();
        List<PlainSweep> plainOne = new ArrayList<>();
        List<PlainSweep> plainAll = new ArrayList<>();
        command();
        for (int i = 0; i < repetitions; i++) {
            command.add(command());
            all.add(inProcess(threads));
            one.add(inProcess(1));
            plainOne.add(plain(1));
            plainAll.add(plain(threads));
        }
        Table table = new Table(
                Column.words("by"),
                Column.numbers("threads"),
                Column.numbers("seconds"),
                Column.numbers("CPU seconds"),
                Column.numbers("NumPy / this"));
        double slow = Math.min(Median.of(plainOne, PlainSweep::wall), Median.of(plainAll, PlainSweep::wall));
        List<Spent> numPyOne = spent(plainOne);
        List<Spent> numPyAll = spent(plainAll);
        row(table, "NumPy " + plainOne.get(0).version(), 1, numPyOne, slow);
        row(table, "NumPy " + plainOne.get(0).version(), threads, numPyAll, slow);
        row(table, "crease sweep, with start, files and figure", threads, command, slow);
        row(table, "in process, the first time", threads, first, slow);
        row(table, "in process, warm", threads, all, slow);
        row(table, "in process, warm", 1, one, slow);
        report.table("36 cells of 100 networks; medians of " + repetitions + "; the faster NumPy is compared", table);
        List<String> apart = apart(plainOne.get(0));
        report.section("Cells whose means differ by more than " + FAR + " standard errors", apart);
        return apart.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private PlainSweep plain(int number) throws IOException, InterruptedException {
        return PlainSweep.run(python, root.resolve("benchmarks/src/main/python/sweep.py"), 100, number);
    }

    private static List<Spent> spent(List<PlainSweep> plain) {
        return plain.stream().map(p -> new Spent(p.wall(), p.cpu())).toList();
    }

    private Spent inProcess(int number) throws InterruptedException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        Sweeps.run(config, number, SweepObserver.NONE);
        return new Spent((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - cpu) / 1e9);
    }

    /** The command as a user types it, into a fresh directory. */
    private Spent command() throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("crease-sweep");
        long wall = System.nanoTime();
        int status = new ProcessBuilder(
                        root.resolve("crease").toString(),
                        "sweep",
                        config.toString(),
                        "--out",
                        out.toString(),
                        "--threads",
                        String.valueOf(threads))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - wall) / 1e9;
        try (var files = Files.list(out)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(out);
        if (status != 0) {
            throw new IllegalStateException("crease sweep failed with status " + status);
        }
        return new Spent(seconds, Double.NaN);
    }

    private static void row(Table table, String by, int number, List<Spent> spent, double slow) {
        double wall = Median.of(spent, Spent::wall);
        double cpu = Median.of(spent, Spent::cpu);
        table.row(
                by,
                String.valueOf(number),
                String.format(Locale.ROOT, "%.2f", wall),
                Double.isNaN(cpu) ? "" : String.format(Locale.ROOT, "%.2f", cpu),
                String.format(Locale.ROOT, "%.1f", slow / wall));
    }

    private List<String> apart(PlainSweep plain) throws InterruptedException {
        SweepTable ours = Sweeps.run(config, threads, SweepObserver.NONE);
        List<String> apart = new ArrayList<>();
        for (double[] cell : plain.cells()) {
            Map<String, String> where = Map.of("m", String.valueOf(cell[0]), "n", String.valueOf(cell[1]));
            Statistic statistic = ours.statistic(where, null, "rank-min");
            double least = 1 / Math.sqrt(statistic.n());
            double error = Math.hypot(Math.max(least, cell[3]), Math.max(least, statistic.deviation()))
                    / Math.sqrt(statistic.n());
            if (Math.abs(statistic.mean() - cell[2]) > FAR * error) {
                apart.add(Objects.toString(where) + ": ours " + statistic.mean() + ", NumPy's " + cell[2]);
            }
        }
        return apart;
    }
}
