package org.crease.app.homology;

import java.util.List;
import java.util.stream.IntStream;
import org.crease.app.command.Failure;
import org.crease.app.homology.output.NamedPoints;
import org.crease.app.homology.output.ShownBars;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Progress;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Verification;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of the bars of dimension 1 and above. Where the longest alone are wanted, diagrams are computed first to know which
 * these are.
 *
 * @param longest how many of each dimension; null for all
 * @param ratio bars that it leaves out have none
 * @param verify whether they are to be proved
 */
record RepresentativeBars(@Nullable Integer longest, Ratio ratio, boolean verify) {

    /**
     * Finds them.
     *
     * @param points what points of the space are called
     */
    ShownBars of(Filtration filtration, FiniteMetricSpace space, NamedPoints points, Waiting waiting)
            throws InterruptedException {
        Progress progress = JobProgress.to(waiting);
        BarSelection kept = (dimension, birth, death) -> dimension > 0 && ratio.keeps(birth, death);
        Representatives found = longest == null
                ? filtration.representatives(space, kept, progress)
                : longest(filtration.representatives(
                        space, longest(filtration.diagrams(space, progress), kept), progress));
        if (verify) {
            waiting.now("verifying " + found.bars().size() + " bars");
            verify(space, found);
        }
        return new ShownBars(new Representatives(ratio.of(found.diagrams()), found.bars()), points, verify);
    }

    /**
     * Proves bars by their chains.
     *
     * @throws Failure where one is wrong
     */
    static void verify(FiniteMetricSpace space, Representatives found) throws InterruptedException {
        try {
            Verification.verify(space, found);
        } catch (IllegalArgumentException e) {
            throw new Failure("verification failed: " + e.getMessage(), e);
        }
    }

    /** Bars as long as the last of the longest. */
    private BarSelection longest(Diagrams diagrams, BarSelection kept) {
        double[] least = diagrams.byDimension().stream()
                .mapToDouble(diagram -> least(diagram, kept))
                .toArray();
        return (dimension, birth, death) ->
                kept.wants(dimension, birth, death) && (double) death - birth >= least[dimension];
    }

    private double least(PersistenceDiagram diagram, BarSelection kept) {
        double[] lengths = IntStream.range(0, diagram.size())
                .filter(bar -> kept.wants(diagram.dimension(), (float) diagram.birth(bar), (float) diagram.death(bar)))
                .mapToDouble(bar -> diagram.death(bar) - diagram.birth(bar))
                .sorted()
                .toArray();
        return longest == null || lengths.length <= longest ? 0 : lengths[lengths.length - longest];
    }

    /** Of equally long ones no more than asked for. */
    private Representatives longest(Representatives found) {
        List<Bar> bars = IntStream.range(0, found.diagrams().byDimension().size())
                .boxed()
                .flatMap(dimension ->
                        found.ofDimension(dimension).stream().limit(longest == null ? Long.MAX_VALUE : longest))
                .toList();
        return new Representatives(found.diagrams(), bars);
    }
}
