package org.crease.benchmarks.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.Report;
import org.crease.gpu.DeviceKernels;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.Kernels;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the kernels on a device beside the Java implementations, and holds their results against each other. */
@Command(
        name = "gpu.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "Speed of the kernels on a device beside the Java implementations on this machine's processor. Fails when their"
                    + " results differ, or when a device fails.",
            "kernel ms is the time of the launches alone, each waited for; device ms is the whole, with the way there and back."
                    + " The share is that of kernel ms in what the device was measured to need at least: a copy of as many bytes,"
                    + " or as many additions and multiplications from registers."
        })
final class GpuSpeed implements Callable<Integer> {
    private static final double MILLI = 1e-6;

    @Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto: the first graphics card; cuda, opencl: the first device of that driver.")
    private String device = "";

    @Option(names = "--small", description = "Sizes that a processor can play the device for.")
    private boolean small;

    @Option(names = "--work", defaultValue = ".*", description = "Which rows, a regular expression for their names.")
    private Pattern wanted = Pattern.compile("");

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that the device's medians are of.")
    private int repetitions;

    @Option(names = "--processor", defaultValue = "1", description = "Repetitions on the processor.")
    private int onProcessor;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<String> remarks = new ArrayList<>();

    public static void main(String[] arguments) {
        int status = new CommandLine(new GpuSpeed()).execute(arguments);
        Runtime.getRuntime().exit(status);
    }

    @Override
    public Integer call() throws InterruptedException {
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", Conditions.machine());
        report.section("Devices", MeasuredDevice.found());
        try (MeasuredDevice measured = MeasuredDevice.open(device)) {
            Ceilings ceilings = Ceilings.of(measured.shared());
            report.section("Ceilings of " + measured.shared().info(), ceilings.lines());
            Table table = new Table(
                    Column.words("work"),
                    Column.words("size"),
                    Column.numbers("kernel ms"),
                    Column.numbers("device ms"),
                    Column.numbers("processor ms"),
                    Column.numbers("times faster"),
                    Column.words("held against"),
                    Column.numbers("share"));
            Table kernels = new Table(
                    Column.words("work"), Column.words("kernel"), Column.numbers("launches"), Column.numbers("ms"));
            for (Work work : Works.of(small)) {
                if (wanted.matcher(work.name()).find()) {
                    measure(work, measured, ceilings, table, kernels);
                }
            }
            report.table("Medians of " + repetitions + " after a warm-up; processor: of " + onProcessor, table);
            report.table("Launches, each waited for", kernels);
        } catch (KernelException e) {
            report.section("Stopped", List.of(String.valueOf(e.getMessage())));
            return CommandLine.ExitCode.SOFTWARE;
        }
        report.section("Results", remarks.isEmpty() ? List.of("equal on device and processor") : remarks);
        return remarks.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void measure(Work work, MeasuredDevice device, Ceilings ceilings, Table table, Table kernels)
            throws InterruptedException {
        Kernels onDevice = Kernels.of(DeviceKernels.on(device.shared())).telling(remarks::add);
        Object found = work.task().with(onDevice).get();
        List<Long> whole = times(work, onDevice, repetitions);
        device.timed().time(true);
        Supplier<Object> again = work.task().with(onDevice);
        Map<String, TimedDevice.Spent> spent = device.timed().spent();
        device.timed().time(false);
        long launches = spent.values().stream()
                .mapToLong(TimedDevice.Spent::nanoseconds)
                .sum();
        long start = System.nanoTime();
        Supplier<Object> result = work.task().with(Kernels.none());
        List<Long> processor = new ArrayList<>(List.of(System.nanoTime() - start));
        Object expected = result.get();
        processor.addAll(times(work, Kernels.none(), onProcessor - 1));
        if (!found.equals(expected) || !again.get().equals(expected)) {
            remarks.add(work.name() + " " + work.size() + ": the device's result differs from the processor's");
        }
        double median = Median.of(whole, Long::doubleValue);
        double beside = Median.of(processor, Long::doubleValue);
        table.row(
                work.name(),
                work.size(),
                milliseconds((double) launches),
                milliseconds(median),
                milliseconds(beside),
                number("%.1f", beside / median),
                work.limit().words(),
                number("%.0f %%", 100 * work.amount() / (launches / 1e9) / ceilings.of(work.limit())));
        spent.forEach((name, took) -> kernels.row(
                work.name() + " " + work.size(), name, Integer.toString(took.launches()), milliseconds((double)
                        took.nanoseconds())));
    }

    private static List<Long> times(Work work, Kernels kernels, int count) throws InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int repetition = 0; repetition < count; repetition++) {
            long start = System.nanoTime();
            work.task().with(kernels);
            times.add(System.nanoTime() - start);
        }
        return times;
    }

    private static String milliseconds(double nanoseconds) {
        double value = nanoseconds * MILLI;
        return number(value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%.0f", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
