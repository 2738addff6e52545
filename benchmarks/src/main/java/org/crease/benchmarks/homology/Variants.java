package org.crease.benchmarks.homology;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Median;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Representatives;

/**
 * What diagrams take over other fields than Z/2, and with representatives of bars from dimension 1: cocycle and cycle of the
 * ten longest and of all, and of all the fillings besides. Every chain is read. They take turns, in a warm process, on two threads at most; beside each how many times longer than over Z/2 it takes, in the median of the turns.
 */
final class Variants {
    private static final double SECOND = 1e9;
    private static final double MILLISECOND = 1e6;
    private static final double WARM = 0.7; // seconds of a round
    private static final int MOST_ROUNDS = 5;
    private static final double IDLE = 0.01; // of the time
    private static final double SHORTEST = 0.4; // seconds that are timed, many times what the clock of processors tells
    private static final int TEN = 10;

    private final int repetitions;
    private final Table table = new Table(
            Column.words("set"),
            Column.numbers("bars"),
            Column.numbers("Z/2"),
            Column.numbers("Z/3"),
            Column.numbers("times"),
            Column.numbers("Z/32003"),
            Column.numbers("times"),
            Column.numbers("ten bars"),
            Column.numbers("times"),
            Column.numbers("all bars"),
            Column.numbers("times"),
            Column.numbers("filled"),
            Column.numbers("times"));

    Variants(int repetitions) {
        this.repetitions = repetitions;
    }

    Table table() {
        return table;
    }

    /** Seconds of a work, and how many times those of the first work in the same turn; medians. */
    private record Taken(double seconds, double times) {}

    /** Something that is measured. */
    private interface Work {
        void run() throws InterruptedException;
    }

    void add(Task task, FiniteMetricSpace space) throws InterruptedException {
        VietorisRips rips = VietorisRips.upToDimension(task.dimension())
                .upToScale(task.threshold())
                .withThreads(2);
        List<Double> lengths = lengths(rips.diagrams(space));
        double tenth = lengths.size() > TEN ? lengths.get(lengths.size() - 1 - TEN) : 0;
        List<Work> works = List.of(
                () -> rips.diagrams(space),
                () -> rips.over(3).diagrams(space),
                () -> rips.over(32_003).diagrams(space),
                () -> read(rips.representatives(space, loops((d, birth, death) -> (double) death - birth > tenth))),
                () -> read(rips.representatives(space, loops(BarSelection.all()))),
                () -> readFilled(rips.representatives(space, loops(BarSelection.all()))));
        List<Taken> taken = taken(works);
        List<String> row = new ArrayList<>(List.of(task.name(), "" + lengths.size(), number(taken.get(0).seconds)));
        for (Taken other : taken.subList(1, taken.size())) {
            row.add(number(other.seconds));
            row.add(String.format(Locale.ROOT, "%.2f", other.times));
        }
        table.row(row.toArray(String[]::new));
    }

    private static void read(Representatives found) {
        for (Bar bar : found.bars()) {
            if (sum(bar.cocycle()) == 0 || sum(bar.cycle()) == 0) {
                throw new IllegalStateException("representative of no term: " + bar);
            }
        }
    }

    private static void readFilled(Representatives found) throws InterruptedException {
        read(found);
        for (Bar bar : found.bars()) {
            if (bar.filling() != null && sum(bar.filling().chain()) == 0) {
                throw new IllegalStateException("filling of no term: " + bar);
            }
        }
    }

    private static long sum(Chain chain) {
        long sum = 0;
        for (int term = 0; term < chain.size(); term++) {
            sum += chain.coefficient(term);
            for (int place = 0; place <= chain.dimension(); place++) {
                sum += chain.point(term, place);
            }
        }
        return sum;
    }

    private static BarSelection loops(BarSelection bars) {
        return (dimension, birth, death) -> dimension > 0 && bars.wants(dimension, birth, death);
    }

    private static List<Double> lengths(Diagrams diagrams) {
        List<Double> lengths = new ArrayList<>();
        for (int d = 1; d < diagrams.byDimension().size(); d++) {
            double[] bars = diagrams.of(d).toArray();
            for (int k = 0; k < bars.length; k += 2) {
                lengths.add(bars[k + 1] - bars[k]);
            }
        }
        return lengths.stream().sorted().toList();
    }

    private List<Taken> taken(List<Work> works) throws InterruptedException {
        List<Integer> times = warm(works);
        List<List<Double>> costs = new ArrayList<>();
        works.forEach(work -> costs.add(new ArrayList<>()));
        for (int k = 0; k < repetitions; k++) {
            for (int w = 0; w < works.size(); w++) {
                costs.get(w).add(seconds(works.get(w), times.get(w)));
            }
        }
        return costs.stream().map(cost -> taken(cost, costs.get(0))).toList();
    }

    private static Taken taken(List<Double> costs, List<Double> first) {
        List<Integer> turns = IntStream.range(0, costs.size()).boxed().toList();
        return new Taken(Median.of(costs, x -> x), Median.of(turns, k -> costs.get(k) / first.get(k)));
    }

    /** Runs all in turn until the compilers, which the clock of processors counts too, are nearly idle; how often to run each then. */
    private static List<Integer> warm(List<Work> works) throws InterruptedException {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        List<Integer> times = new ArrayList<>();
        double busy = 1;
        for (int round = 0; round < MOST_ROUNDS && busy > IDLE; round++) {
            times.clear();
            long start = System.nanoTime();
            long compiling = compilers.getTotalCompilationTime();
            for (Work work : works) {
                times.add(warm(work));
            }
            busy = (compilers.getTotalCompilationTime() - compiling) * MILLISECOND / (System.nanoTime() - start);
        }
        return times;
    }

    /** Runs for a while; how often to run then. */
    private static int warm(Work work) throws InterruptedException {
        long start = System.nanoTime();
        double last = 0;
        while (System.nanoTime() - start < WARM * SECOND) {
            long before = System.nanoTime();
            work.run();
            last = (System.nanoTime() - before) / SECOND;
        }
        return (int) Math.max(1, SHORTEST / last);
    }

    private static double seconds(Work work, int times) throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = system.getProcessCpuTime();
        for (int k = 0; k < times; k++) {
            work.run();
        }
        return (system.getProcessCpuTime() - start) / SECOND / times;
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f" : "%.2f", seconds);
    }
}
