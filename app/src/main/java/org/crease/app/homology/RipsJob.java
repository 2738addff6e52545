package org.crease.app.homology;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.crease.app.command.UserError;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.app.homology.output.Addition;
import org.crease.app.homology.output.NamedPoints;
import org.crease.app.homology.output.ShownBars;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Progress;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.jspecify.annotations.Nullable;

/**
 * Vietoris-Rips homology of points or distances, or of what stands in for them.
 *
 * @param bars finds representatives; null where none are wanted
 */
record RipsJob(
        InputFile source,
        Filtration filtration,
        PointMetric metric,
        Choice choice,
        Ratio ratio,
        @Nullable RepresentativeBars bars)
        implements Job {

    @Override
    public Result run(Waiting waiting) throws IOException, InterruptedException {
        Input input = read();
        waiting.now("measuring distances of " + input.size() + " points");
        if (choice.isExact()) {
            return result(input, filtration.space(input, metric), null, waiting);
        }
        StandIn standIn = standIn(input);
        return standIn == null
                ? result(input, filtration.space(input, metric), null, waiting)
                : result(input, standIn.space(), standIn, waiting);
    }

    /** What it is expected to take. */
    EstimateReport estimate(Waiting waiting) throws IOException, InterruptedException {
        Input input = read();
        waiting.now("estimating");
        StandIn standIn = choice.isExact() ? null : standIn(input);
        FiniteMetricSpace space = standIn == null ? metric.on(input) : standIn.space();
        List<String> heading = new ArrayList<>();
        heading.add(source.name() + ": " + Heading.of(input).what());
        if (standIn != null) {
            heading.addAll(standIn.note().heading());
        }
        return new EstimateReport(heading, space.size(), filtration.estimate(space), filtration.budget());
    }

    static Progress progress(Waiting waiting) {
        return (done, doing) -> waiting.now(doing + "  " + (int) (100 * done) + " %");
    }

    private Input read() throws IOException {
        Input input = source.read();
        metric.requirePoints(input, source);
        return input;
    }

    /** What stands in for all points and distances; null where nothing need. */
    private @Nullable StandIn standIn(Input input) throws InterruptedException {
        FiniteMetricSpace space = metric.on(input);
        if (space instanceof SparseDistances) {
            throw new UserError((choice.complex() == Complex.RIPS ? "--landmarks" : "--complex " + choice.complex())
                    + " needs all distances; " + source.name() + " holds those of some pairs");
        }
        if (choice.landmarks() == Choice.FIT) {
            return fitting(space);
        }
        boolean all = choice.complex() == Complex.RIPS && choice.landmarks() == space.size();
        return all ? null : StandIn.of(choice, space, metric.isMetric());
    }

    /** As many landmarks as the budget allows, or one, which is then refused with the figures. */
    private @Nullable StandIn fitting(FiniteMetricSpace space) throws InterruptedException {
        int count = filtration.fitting(space);
        while (count < space.size()) {
            StandIn landmarks = StandIn.of(choice.on(Math.max(1, count)), space, metric.isMetric());
            if (count <= 1 || filtration.estimate(landmarks.space()).fits(filtration.budget())) {
                return landmarks;
            }
            count = count * 9 / 10; // those of a subset differ from what the whole let expect
        }
        return null;
    }

    private Result result(Input input, FiniteMetricSpace space, @Nullable StandIn standIn, Waiting waiting)
            throws InterruptedException {
        List<Addition> additions = new ArrayList<>();
        if (standIn != null) {
            additions.add(standIn.note());
        }
        if (bars == null) {
            Diagrams diagrams = filtration.diagrams(space, progress(waiting));
            return new Result(Heading.of(input, space, diagrams), ratio.of(diagrams), additions);
        }
        NamedPoints names = new NamedPoints(standIn == null ? null : standIn.landmarks());
        ShownBars shown = bars.of(filtration, space, names, waiting);
        additions.add(shown);
        Diagrams diagrams = shown.found().diagrams();
        return new Result(Heading.of(input, space, diagrams), diagrams, additions);
    }
}
