package org.crease.benchmarks.regions;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.probes.overlap.GluingRules;
import org.crease.probes.overlap.LayerGluing;
import org.crease.probes.overlap.OverlapDecomposition;
import org.crease.probes.partition.LayerRegions;
import org.crease.probes.partition.Plane;
import org.crease.probes.partition.RegionPartition;
import org.crease.probes.partition.Window;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast a plane is cut into linear regions, and how fast regions that inputs lie in are compared. */
@Command(
        name = "regions.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Speed of the probes partition and overlap on untrained networks; processor time of the process.")
final class RegionSpeed implements Callable<Integer> {
    private static final int NO_LIMIT = 5_000_000;
    private static final int THREE = 3;
    private static final int TENTH = 10;

    @Option(names = "--repetitions", defaultValue = "3", description = "Repetitions that medians are of.")
    private int repetitions;

    @Option(
            names = "--inputs",
            defaultValue = "200",
            description = "Inputs whose regions are compared; of images a tenth.")
    private int inputs;

    @Option(names = "--slice", defaultValue = "0.02", description = "Side of the window on slices of LeNet.")
    private double side;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of weights and inputs.")
    private long seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Something to be measured. */
    private interface Work<T> {
        T done() throws InterruptedException;
    }

    /** What one turn gave and took, in processor seconds. */
    private record Turn<T>(T result, double seconds) {}

    public static void main(String[] arguments) {
        int status = new CommandLine(new RegionSpeed()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() throws InterruptedException {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.lines());
        report.table("Regions of a window, all of input space", windows());
        report.table("Regions of a plane through three inputs", slices());
        report.table("Overlaps of the regions that inputs lie in", overlaps());
        return CommandLine.ExitCode.OK;
    }

    private <T> Turn<T> median(Work<T> work) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        work.done();
        List<Turn<T>> turns = new ArrayList<>();
        for (int k = 0; k < repetitions; k++) {
            long start = system.getProcessCpuTime(); // long linear programs are solved on a thread of their own
            T result = work.done();
            turns.add(new Turn<>(result, 1e-9 * (system.getProcessCpuTime() - start)));
        }
        return new Turn<>(turns.get(0).result(), Median.of(turns, Turn::seconds));
    }

    private static Table regionTable() {
        return new Table(
                Column.words("network"),
                Column.words("layer"),
                Column.numbers("regions"),
                Column.numbers("CPU s to cut"),
                Column.numbers("regions / s"),
                Column.numbers("CPU s with ranks"));
    }

    private Table windows() throws InterruptedException {
        Table table = regionTable();
        Plane plane = Plane.of(new Window(-1, 1, -1, 1));
        for (int width : new int[] {32, 64, 128}) {
            Snapshot network = Networks.dense(1, seed, 2, width, width, width, 1);
            String name = "2-" + width + "-" + width + "-" + width + "-1";
            row(table, name, network, plane, last(network));
        }
        return table;
    }

    private Table slices() throws InterruptedException {
        Table table = regionTable();
        Snapshot small = Networks.small(THREE, seed);
        row(table, "10 x 10, 4 and 8 channels", small, slice(small, 1), "MaxPooling-2");
        row(table, "10 x 10, 4 and 8 channels", small, slice(small, 1), last(small));
        Snapshot leNet = Networks.leNet(THREE, seed);
        row(table, "LeNet, side " + side, leNet, slice(leNet, side), last(leNet));
        return table;
    }

    private static String last(Snapshot network) {
        return network.layers().get(network.layers().size() - 1).name();
    }

    private static Plane slice(Snapshot network, double side) {
        INDArray points = network.probeSet().inputs();
        return Plane.through(point(points, 0), point(points, 1), point(points, 2), new Window(0, side, 0, side));
    }

    private static double[] point(INDArray points, int row) {
        return points.slice(row).dup('c').data().asDouble();
    }

    private void row(Table table, String name, Snapshot network, Plane plane, String layer)
            throws InterruptedException {
        RegionPartition partition = new RegionPartition(network, plane, new Tolerance.Float32(), NO_LIMIT);
        Turn<Integer> cut = median(() -> partition.count(layer));
        Turn<LayerRegions> ranked = median(() -> partition.by(layer));
        table.row(
                name,
                layer,
                "" + cut.result(),
                String.format(Locale.ROOT, "%.2f", cut.seconds()),
                String.format(Locale.ROOT, "%.0f", cut.result() / cut.seconds()),
                String.format(Locale.ROOT, "%.2f", ranked.seconds()));
    }

    private Table overlaps() throws InterruptedException {
        Table table = new Table(
                Column.words("network"),
                Column.numbers("regions"),
                Column.numbers("questions"),
                Column.numbers("linear programs"),
                Column.numbers("CPU s"));
        row(table, "2-25-25-25-1", Networks.dense(inputs, seed, 2, 25, 25, 25, 1));
        row(table, "10-25-10-5-1", Networks.dense(inputs, seed, 10, 25, 10, 5, 1));
        row(table, "10 x 10, 4 and 8 channels", Networks.small(inputs / TENTH, seed));
        return table;
    }

    private void row(Table table, String name, Snapshot network) throws InterruptedException {
        GluingRules rules = new GluingRules(2, new Tolerance.Float32(), 1e-6, null, false);
        Turn<List<LayerGluing>> turn = median(() -> OverlapDecomposition.of(network, rules));
        List<LayerGluing> gluings = turn.result();
        table.row(
                name,
                "" + gluings.get(gluings.size() - 1).regions().size(),
                "" + gluings.stream().mapToLong(LayerGluing::questions).sum(),
                "" + gluings.stream().mapToLong(LayerGluing::programs).sum(),
                String.format(Locale.ROOT, "%.2f", turn.seconds()));
    }
}
