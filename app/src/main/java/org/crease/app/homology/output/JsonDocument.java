package org.crease.app.homology.output;

import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * {@code {"field":2,"threshold":1.5,"diagrams":[[[0.0,null],..],..]}}: one list a dimension from 0, the death {@code null} where there
 * is none. Written by hand, so that no library need be loaded for three keys; every number is exact.
 */
public final class JsonDocument {
    private JsonDocument() {}

    /** The document, on one line. */
    public static String of(Diagrams diagrams) {
        return of(diagrams, List.of());
    }

    /** The same, with what else there is to say behind the diagrams. */
    public static String of(Diagrams diagrams, List<Addition> additions) {
        StringBuilder text = new StringBuilder("{\"field\":")
                .append(diagrams.field())
                .append(",\"threshold\":")
                .append(diagrams.threshold())
                .append(",\"diagrams\":[");
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            text.append(diagram.dimension() == 0 ? "" : ",");
            append(text, diagram);
        }
        text.append(']');
        for (Addition addition : additions) {
            text.append(',').append(addition.json());
        }
        return text.append('}').toString();
    }

    private static void append(StringBuilder text, PersistenceDiagram diagram) {
        text.append('[');
        for (int bar = 0; bar < diagram.size(); bar++) {
            text.append(bar == 0 ? "[" : ",[").append(diagram.birth(bar)).append(',');
            if (Double.isInfinite(diagram.death(bar))) {
                text.append("null]");
            } else {
                text.append(diagram.death(bar)).append(']');
            }
        }
        text.append(']');
    }
}
