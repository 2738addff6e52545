package org.crease.benchmarks.rank;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.benchmarks.Runs;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.rank.RankProvider;
import org.crease.probes.rank.RankSettings;
import org.crease.probes.rank.Tolerance;
import org.crease.runlog.npy.Npz;
import org.crease.trainer.data.library.DatasetLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the ranks of composed maps take: by the probe, and by NumPy, input after input. */
@Command(
        name = "rank.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Speed of the rank probe beside NumPy on 784-2000-1000-500-100-10, all hidden layers, before and after"
                        + " training. Fails when ranks differ where no singular value lies within a thousandth of the"
                        + " tolerance.")
final class RankSpeed implements Callable<Integer> {
    private static final String LARGE = "mnist";
    private static final String SHIPPED = "fashion-mnist-small";
    private static final double MILLI = 1e3;

    @Option(names = "--run", description = "A run of configs/mnist.yaml to take the weights of; trained without it.")
    private @Nullable Path run;

    @Option(names = "--data", description = "Data set to train on; mnist where it is there, else the shipped one.")
    private @Nullable String data;

    @Option(names = "--epochs", defaultValue = "5", description = "Epochs of training.")
    private int epochs;

    @Option(names = "--images", defaultValue = "1000", description = "Images that the probe looks at.")
    private int images;

    @Option(names = "--compared", defaultValue = "20", description = "Images that NumPy looks at.")
    private int compared;

    @Option(names = "--threads", defaultValue = "2", description = "Threads of the probe, and of NumPy's second turn.")
    private int threads;

    @Option(names = "--repetitions", defaultValue = "3", description = "Repetitions that the probe's medians are of.")
    private int repetitions;

    @Option(names = "--python", defaultValue = "/usr/bin/python3", description = "The Python to look for NumPy in.")
    private String python = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<String> remarks = new ArrayList<>();
    private boolean differs;

    /**
     * What a contender took for an input.
     *
     * @param wall seconds
     * @param cpu processor seconds
     */
    private record Spent(double wall, double cpu) {}

    public static void main(String[] arguments) {
        int status = new CommandLine(new RankSpeed()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.lines());
        Optional<String> obstacle = NumPy.obstacle(python);
        if (obstacle.isPresent()) {
            report.section("Stopped", List.of(obstacle.get()));
            return CommandLine.ExitCode.SOFTWARE;
        }
        DatasetLibrary library = DatasetLibrary.standard();
        try (Runs runs = new Runs(library)) {
            String dataset = data != null ? data : library.locate(LARGE).isPresent() ? LARGE : SHIPPED;
            Path trained = run != null ? run : Network.train(runs, dataset, epochs);
            report.section("Network", List.of(run != null ? "of " + run : epochs + " epochs on " + dataset));
            Table table = new Table(
                    Column.words("network"),
                    Column.words("by"),
                    Column.numbers("threads"),
                    Column.numbers("ms an image"),
                    Column.numbers("CPU ms"),
                    Column.numbers("times slower"));
            Table ranks = new Table(
                    Column.words("network"),
                    Column.words("layer"),
                    Column.numbers("mean rank"),
                    Column.numbers("mean active"),
                    Column.numbers("smallest margin"));
            for (Network network : Network.of(trained, library, images)) {
                measure(network, runs.folder(), table, ranks);
            }
            report.table(
                    images + " images by the probe, medians of " + repetitions + " after a warm-up; " + compared
                            + " by NumPy",
                    table);
            report.table("What the probe found", ranks);
            report.section("Ranks compared with NumPy's in double precision", remarks);
        }
        return differs ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void measure(Network network, Path folder, Table table, Table ranks)
            throws IOException, InterruptedException {
        List<Finding> findings = probe(threads).examine(network.snapshot());
        Spent all = ours(network, threads);
        Spent one = ours(network, 1);
        Path file = folder.resolve("network.npz");
        Npz.write(file, network.arrays(compared));
        List<NumPy> theirs = new ArrayList<>();
        for (int number : new int[] {threads, 1}) {
            for (String precision : List.of("float32", "float64")) {
                theirs.add(NumPy.ask(python, script(), file, precision, number));
            }
        }
        row(table, network, "probe", threads, all, all);
        for (int k = 0; k < theirs.size(); k++) {
            NumPy answer = theirs.get(k);
            String name = "NumPy " + answer.version() + (k % 2 == 0 ? " float32" : " float64");
            row(table, network, name, k < 2 ? threads : 1, new Spent(answer.wall(), answer.cpu()), all);
        }
        row(table, network, "probe", 1, one, all);
        for (Finding finding : findings) {
            ranks.row(
                    network.state(),
                    finding.layer(),
                    figure(finding, "rank_mean"),
                    figure(finding, "active_mean"),
                    figure(finding, "margin_min"));
        }
        compare(network, findings, theirs.get(1), theirs.get(0));
    }

    private static String figure(Finding finding, String name) {
        return String.format(
                Locale.ROOT, "%.2f", Objects.requireNonNull(finding.summary().get(name)));
    }

    private static void row(Table table, Network network, String by, int threads, Spent spent, Spent probe) {
        table.row(
                network.state(),
                by,
                "" + threads,
                String.format(Locale.ROOT, "%.1f", MILLI * spent.wall()),
                String.format(Locale.ROOT, "%.1f", MILLI * spent.cpu()),
                String.format(Locale.ROOT, "%.1f", spent.wall() / probe.wall()));
    }

    private static Path script() {
        return Path.of(System.getProperty("crease.home", ""), "benchmarks", "src", "main", "python", "rank.py");
    }

    private static Probe probe(int threads) {
        RankSettings settings =
                new RankSettings(List.of("*"), new Tolerance.Float32(), null, null, false, List.of(), true, threads);
        return new RankProvider().create("rank", settings, 1);
    }

    private Spent ours(Network network, int threads) throws InterruptedException {
        List<Spent> turns = new ArrayList<>();
        for (int k = 0; k < repetitions; k++) {
            var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long wall = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            probe(threads).examine(network.snapshot());
            double scale = 1e-9 / images;
            turns.add(new Spent(scale * (System.nanoTime() - wall), scale * (system.getProcessCpuTime() - cpu)));
        }
        turns.sort(Comparator.comparingDouble(Spent::wall));
        return new Spent(Median.of(turns, Spent::wall), Median.of(turns, Spent::cpu));
    }

    /** Counts ranks that differ, and lists the singular values too near to a threshold to be compared. */
    private void compare(Network network, List<Finding> findings, NumPy exact, NumPy single) {
        int wrong = 0;
        int excused = 0;
        int rounded = 0;
        for (int layer = 0; layer < findings.size(); layer++) {
            int[] ours = Objects.requireNonNull(findings.get(layer).arrays().get("rank"))
                    .ints();
            for (int input = 0; input < compared; input++) {
                boolean equal = ours[input] == exact.ranks()[input][layer];
                boolean near = exact.near(input, layer);
                excused += !equal && near ? 1 : 0;
                wrong += !equal && !near ? 1 : 0;
                rounded += ours[input] == single.ranks()[input][layer] ? 0 : 1;
            }
        }
        differs |= wrong > 0;
        remarks.add(network.state() + ": " + compared * findings.size() + " ranks, of which differ " + wrong
                + " with no singular value within 1e-3 of the tolerance, and " + excused + " with one; from NumPy in"
                + " float32 differ " + rounded);
        for (NumPy.Near near : exact.near()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "    image %d, layer %d: singular value / tolerance = %.6f",
                    near.input(),
                    near.layer() + 1,
                    near.ratio()));
        }
    }
}
