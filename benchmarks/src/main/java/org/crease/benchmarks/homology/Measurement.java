package org.crease.benchmarks.homology;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crease.benchmarks.Median;
import org.crease.homology.VietorisRips;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * What the contenders took for one task. They take turns; one that was too slow or failed has no other turn, and none goes on
 * when it has spent its patience.
 */
final class Measurement {
    private static final double SECOND = 1e9;
    private static final double WARM = 1.5; // seconds
    private static final double SHORTEST = 0.2; // seconds that are timed

    private final Task task;
    private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
    private final Map<String, String> out = new LinkedHashMap<>();
    private final List<Cost> inProcess = new ArrayList<>();

    private Measurement(Task task) {
        this.task = task;
    }

    /**
     * How much is measured.
     *
     * @param repetitions medians are of so many, or fewer
     * @param patience seconds after which a contender is not asked again
     */
    record Effort(int repetitions, double patience) {}

    /** Measures programs, the first of which is ours. Every result is held against ours. */
    static Measurement of(Task task, Data data, List<Contender> contenders, Stopwatch stopwatch, Effort effort)
            throws IOException {
        Measurement measurement = new Measurement(task);
        for (int k = 0; k < effort.repetitions(); k++) {
            for (Contender contender : contenders) {
                measurement.turn(contender, data, stopwatch, effort, contender == contenders.get(0));
            }
        }
        return measurement;
    }

    private void turn(Contender contender, Data data, Stopwatch stopwatch, Effort effort, boolean ours)
            throws IOException {
        String name = contender.name();
        List<Cost> so = costs.computeIfAbsent(name, unused -> new ArrayList<>());
        if (out.containsKey(name) || so.stream().mapToDouble(Cost::wall).sum() > effort.patience()) {
            return;
        }
        Path printed = output(stopwatch, ours);
        Stopwatch.Outcome outcome = stopwatch.run(contender.command(task, data), !ours, printed);
        if (outcome.cost().isEmpty()) {
            out.put(name, outcome.reason());
            return;
        }
        so.add(outcome.cost().get());
        if (!ours) {
            Printed.read(output(stopwatch, true))
                    .difference(Printed.read(printed))
                    .ifPresent(difference -> {
                        throw new IllegalStateException(
                                task.name() + ": ours and " + name + "'s differ: " + difference);
                    });
        }
    }

    private static Path output(Stopwatch stopwatch, boolean ours) {
        return stopwatch.folder().resolve(ours ? "ours" : "theirs");
    }

    /**
     * Measures the engine in this process, distances included, reading not. Short computations are done many times over, to be
     * compiled and to be timed.
     */
    void inProcess(Data data, Effort effort) throws IOException, InterruptedException {
        FiniteMetricSpace space = data.space();
        int times = 1;
        double spent = 0;
        for (Cost cost = compute(space, 1); spent < WARM && cost.wall() < WARM; cost = compute(space, times)) {
            spent += times * cost.wall();
            times = (int) Math.max(1, SHORTEST / cost.wall());
        }
        for (int k = 0; k < effort.repetitions() && spent <= effort.patience(); k++) {
            Cost cost = compute(space, times);
            inProcess.add(cost);
            spent += times * cost.wall();
        }
    }

    private Cost compute(FiniteMetricSpace space, int times) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        for (int k = 0; k < times; k++) {
            compute(space);
        }
        double scale = 1 / (SECOND * times);
        return new Cost(scale * (System.nanoTime() - wall), scale * (system.getProcessCpuTime() - cpu), Double.NaN);
    }

    private void compute(FiniteMetricSpace space) throws InterruptedException {
        VietorisRips.upToDimension(task.dimension()).upToScale(task.threshold()).diagrams(space);
    }

    Task task() {
        return task;
    }

    /** The medians of a contender; nothing when it had no turn or was too slow. */
    Optional<Cost> of(String contender) {
        return medians(costs.getOrDefault(contender, List.of()));
    }

    Optional<Cost> inProcess() {
        return medians(inProcess);
    }

    /** Why a contender has no result; empty when it has, or had no turn. */
    String reason(String contender) {
        return out.getOrDefault(contender, "");
    }

    private static Optional<Cost> medians(List<Cost> costs) {
        return costs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Cost(
                        Median.of(costs, Cost::wall),
                        Median.of(costs, Cost::cpu),
                        costs.stream().mapToDouble(Cost::memory).max().orElse(Double.NaN)));
    }
}
