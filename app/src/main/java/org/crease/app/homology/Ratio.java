package org.crease.app.homology;

import org.crease.app.command.UserError;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/** Leaves out bars whose death is not above their birth times a ratio; infinite bars stay. In float32, as Ripser does. */
record Ratio(float ratio) {

    Ratio {
        if (!(ratio >= 1 && ratio < Float.POSITIVE_INFINITY)) {
            throw new UserError("--ratio is " + ratio + "; a finite number of at least 1 is expected");
        }
    }

    Diagrams of(Diagrams diagrams) {
        if (ratio == 1) {
            return diagrams;
        }
        return new Diagrams(
                diagrams.field(),
                diagrams.threshold(),
                diagrams.complete(),
                diagrams.byDimension().stream().map(this::of).toList());
    }

    private PersistenceDiagram of(PersistenceDiagram diagram) {
        PersistenceDiagram.Builder kept = new PersistenceDiagram.Builder(diagram.dimension());
        for (int bar = 0; bar < diagram.size(); bar++) {
            if (keeps(diagram.birth(bar), diagram.death(bar))) {
                kept.add(diagram.birth(bar), diagram.death(bar));
            }
        }
        return kept.build();
    }

    /** Whether a bar stays. */
    boolean keeps(double birth, double death) {
        return ratio == 1 || death > (float) birth * ratio;
    }
}
