package org.crease.app.diagram;

import org.crease.app.command.UserError;
import org.crease.homology.diagram.PersistenceDiagram;

/** Collects the bars of a diagram that is read, and says where one is wrong. */
final class Bars {
    private final PersistenceDiagram.Builder builder;

    Bars(int dimension) {
        builder = new PersistenceDiagram.Builder(dimension);
    }

    void add(String place, double birth, double death) {
        try {
            builder.add(birth, death);
        } catch (IllegalArgumentException e) {
            throw new UserError(place + ": " + e.getMessage(), e);
        }
    }

    PersistenceDiagram diagram() {
        return builder.build();
    }
}
