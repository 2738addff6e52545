package org.crease.app.homology;

import java.util.List;
import org.crease.app.command.UserError;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of the diagrams of a filtration that is always computed to its end: those up to a dimension, up to a scale, as if
 * it had been stopped there. A scale past the last end of a bar leaves nothing out.
 *
 * @param dimension null for all that there are
 */
record Cut(@Nullable Integer dimension, float threshold) {

    Cut {
        if (dimension != null && dimension < 0) {
            throw new UserError("homology dimension is " + dimension + "; it must not be negative");
        } else if (Float.isNaN(threshold)) {
            throw new UserError("threshold is NaN; a number is expected");
        }
    }

    /**
     * That part.
     *
     * @param highest the last dimension in which there can be anything
     * @throws UserError when a higher one is wanted
     */
    Diagrams of(Diagrams diagrams, int highest, String what) {
        if (dimension != null && dimension > highest) {
            throw new UserError("--dim is " + dimension + "; " + what + " has homology up to dimension " + highest);
        }
        PersistenceDiagram[] kept = new PersistenceDiagram[1 + (dimension == null ? highest : dimension)];
        for (int k = 0; k < kept.length; k++) {
            kept[k] = k < diagrams.byDimension().size()
                    ? upToScale(diagrams.of(k))
                    : new PersistenceDiagram.Builder(k).build();
        }
        double last = diagrams.largest();
        return new Diagrams(diagrams.field(), Math.min(last, threshold), threshold >= last, List.of(kept));
    }

    private PersistenceDiagram upToScale(PersistenceDiagram diagram) {
        if (threshold == Float.POSITIVE_INFINITY) {
            return diagram;
        }
        PersistenceDiagram.Builder builder = new PersistenceDiagram.Builder(diagram.dimension());
        for (int bar = 0; bar < diagram.size(); bar++) {
            double death = diagram.death(bar);
            if (diagram.birth(bar) <= threshold) {
                builder.add(diagram.birth(bar), death <= threshold ? death : Double.POSITIVE_INFINITY);
            }
        }
        return builder.build();
    }
}
