package org.crease.probes.overlap;

import java.util.stream.IntStream;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.probes.Setting;

/** Which bars of a diagram make up a Betti number. */
public sealed interface BettiRule {

    /** Bars longer than a share of the diameter, and those that never end. */
    record Persistent(
            @Setting(
                    value = "A bar counts when it is longer than this share of the diameter",
                    byDefault = "0.1",
                    min = 0,
                    max = 1)
            double share)
            implements BettiRule {}

    /** Bars born before a scale that die after it. */
    record AtScale(
            @Setting(value = "The scale, in the metric's units", byDefault = "2.5", min = 0)
            double scale) implements BettiRule {}

    /**
     * The Betti number.
     *
     * @param diameter of the space that persistence is measured by
     */
    default int number(PersistenceDiagram diagram, double diameter) {
        return (int) IntStream.range(0, diagram.size())
                .filter(bar -> counts(diagram.birth(bar), diagram.death(bar), diameter))
                .count();
    }

    private boolean counts(double birth, double death, double diameter) {
        if (this instanceof AtScale at) {
            return birth < at.scale() && at.scale() < death;
        }
        double share = this instanceof Persistent persistent ? persistent.share() : 0;
        return death - birth > share * diameter;
    }
}
