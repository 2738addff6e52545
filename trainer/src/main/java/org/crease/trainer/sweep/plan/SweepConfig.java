package org.crease.trainer.sweep.plan;

import java.util.List;
import java.util.stream.Stream;
import org.crease.probes.Setting;
import org.crease.trainer.sweep.plan.SubjectConfig.Trainings;

/** A sweep: something is done again and again, while some of its settings run through a grid of values. */
public record SweepConfig(
        @Setting("Name of the sweep; its directory is named after it")
        String name,

        @Setting(value = "Seed of every random stream of the sweep", byDefault = "1")
        long seed,

        @Setting(value = "How often each cell of the grid is repeated, with other random numbers", min = 1)
        int repetitions,

        @Setting("What a repetition is: a random network that is looked at, or a training")
        SubjectConfig subject,

        @Setting(value = "What varies: every combination of values is a cell", byDefault = "[]")
        List<AxisConfig> grid,

        @Setting(value = "What is drawn of the table", byDefault = "[]")
        List<FigureConfig> figures,

        @Setting(value = "Directory that holds the sweeps, relative to the working directory", byDefault = "sweeps")
        String sweeps) {

    /** What tells rows of the table apart, besides layer and measure: the grid's axes, then the epoch where it does. */
    public List<String> keys() {
        Stream<String> axes = grid.stream().map(AxisConfig::title);
        return Stream.concat(axes, epochs().isEmpty() ? Stream.empty() : Stream.of(Trainings.EPOCH))
                .toList();
    }

    /** The epochs that trainings are looked at; none where that is their end, and of random networks. */
    List<Integer> epochs() {
        return subject instanceof Trainings trainings ? trainings.epochs() : List.of();
    }
}
