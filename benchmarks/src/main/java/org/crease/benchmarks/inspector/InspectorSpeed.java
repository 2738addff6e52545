package org.crease.benchmarks.inspector;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.inspector.Inspector;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long a reader waits for the first view of runs, in a real browser. */
@Command(
        name = "inspector.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Time to the first view of 1, 100 and 5000 runs and of a run of 10 000 steps and 20 layers, in headless"
                        + " Chromium, with what server and browser keep in memory.")
final class InspectorSpeed implements Callable<Integer> {
    private static final int STEPS = 10_000;
    private static final int LAYERS = 20;
    private static final double NANOS_A_MILLI = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @Option(names = "--repetitions", defaultValue = "5", description = "Warm openings that medians are taken of.")
    private int repetitions;

    @Option(names = "--chromium", defaultValue = "/usr/bin/chromium", description = "The browser.")
    private String chromium = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * A view that was opened.
     *
     * @param first milliseconds of the first opening, by a server that has just been started
     * @param cpu milliseconds of processor time that the server took for it, and for reading ahead
     * @param warm milliseconds of the openings that follow
     * @param server MiB that the server keeps
     * @param browser MiB of the page's objects
     */
    private record Opening(String what, double first, double cpu, double warm, double server, double browser) {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new InspectorSpeed());
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(out);
        report.section("conditions", Conditions.lines());
        Path folder = Files.createTempDirectory("crease-runs");
        try (Chromium browser = new Chromium(chromium)) {
            List<Opening> openings = new ArrayList<>();
            for (int count : new int[] {1, 100, 5000}) {
                Path runs = folder.resolve("runs-" + count);
                MadeRuns.many(runs, count);
                openings.add(open(browser, count + (count == 1 ? " run" : " runs"), runs, "", "tr[data-run]"));
            }
            Path runs = folder.resolve("large");
            MadeRuns.one(runs.resolve("large"), true, LAYERS, STEPS, STEPS);
            openings.add(open(
                    browser,
                    "a run of " + STEPS + " steps, " + LAYERS + " layers",
                    runs,
                    "#/run?run=large&probe=rank&scalar=rank_mean",
                    "[data-open]"));
            report.table("milliseconds to the first view, and MiB kept", table(openings));
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private Opening open(Chromium browser, String what, Path runs, String place, String selector)
            throws InterruptedException {
        double before = usedMebibytes();
        try (Inspector inspector = Inspector.onLoopback(runs)) {
            long began = SYSTEM.getProcessCpuTime();
            double first = browser.open(inspector.address() + place, selector);
            double cpu = (SYSTEM.getProcessCpuTime() - began) / NANOS_A_MILLI;
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < repetitions; i++) {
                warm.add(browser.open(inspector.address() + place, selector));
            }
            double heap = browser.heapMebibytes();
            return new Opening(what, first, cpu, Median.of(warm, each -> each), usedMebibytes() - before, heap);
        }
    }

    private static Table table(List<Opening> openings) {
        Table table = new Table(
                Column.words("what"),
                Column.numbers("first"),
                Column.numbers("server CPU"),
                Column.numbers("again"),
                Column.numbers("server MiB"),
                Column.numbers("page MiB"));
        openings.forEach(each -> table.row(
                each.what(),
                number(each.first()),
                number(each.cpu()),
                number(each.warm()),
                number(each.server()),
                number(each.browser())));
        return table;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static double usedMebibytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (double) (1 << 20);
    }
}
