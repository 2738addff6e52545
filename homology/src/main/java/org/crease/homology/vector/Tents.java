package org.crease.homology.vector;

import org.crease.homology.diagram.PersistenceDiagram;

/** The tent over a bar: 0 outside it, rising with slope 1 from its birth and falling to its death; half its length high. */
final class Tents {
    private Tents() {}

    static double height(PersistenceDiagram diagram, int bar, double scale) {
        return Math.max(0, Math.min(scale - diagram.birth(bar), diagram.death(bar) - scale));
    }

    /** Refuses infinite bars, which have no length to weigh them by. */
    static void requireFinite(PersistenceDiagram diagram, String what) {
        if (diagram.infinite() > 0) {
            throw new IllegalArgumentException(what + " of a diagram with " + diagram.infinite()
                    + " infinite bars; all must be finite (cappedAt gives them an end)");
        }
    }
}
