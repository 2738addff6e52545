package org.crease.benchmarks.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Median;
import org.crease.benchmarks.PhaseClock.Span;

/**
 * Contenders in turns: everyone's first repetition, everyone's second, and so on, so that a busy moment of the machine hits
 * them alike. The turns of a round begin with another one each time.
 */
final class Match {
    private static final int WARM_UP = 20 * Architecture.BATCH;

    private final Architecture architecture;
    private final int samples;
    private final List<Contender> contenders;
    private final Map<Contender, List<Span>> spans = new LinkedHashMap<>();

    Match(Architecture architecture, int samples, List<Contender> contenders) {
        this.architecture = architecture;
        this.samples = samples;
        this.contenders = List.copyOf(contenders);
    }

    void play(int repetitions) {
        for (Contender contender : contenders) {
            contender.train(architecture, WARM_UP);
            spans.put(contender, new ArrayList<>());
        }
        for (int round = 0; round < repetitions; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender contender = contenders.get((round + turn) % contenders.size());
                spans.getOrDefault(contender, List.of()).add(contender.train(architecture, samples));
            }
        }
    }

    /** Medians, and how they compare with those of one contender. */
    Table table(Contender reference) {
        Table table = new Table(
                Column.words(""),
                Column.numbers("wall s"),
                Column.numbers("thread CPU s"),
                Column.numbers("samples/s"),
                Column.numbers("wall, relative"),
                Column.numbers("CPU, relative"));
        for (Contender contender : contenders) {
            table.row(
                    contender.name(),
                    Numbers.value(wall(contender)),
                    Numbers.value(cpu(contender)),
                    Numbers.rate(samples / wall(contender)),
                    Numbers.value(wall(contender) / wall(reference)),
                    Numbers.value(cpu(contender) / cpu(reference)));
        }
        return table;
    }

    private double wall(Contender contender) {
        return Median.of(spans.getOrDefault(contender, List.of()), Span::wall);
    }

    private double cpu(Contender contender) {
        return Median.of(spans.getOrDefault(contender, List.of()), Span::cpu);
    }
}
