package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.Cone;
import org.crease.homology.metric.FiniteMetricSpace;

/** Homology of a space relative to a subset, as the reduced homology of the space with a cone over the subset. */
final class RelativeRips {
    private RelativeRips() {}

    static Diagrams diagrams(VietorisRips rips, FiniteMetricSpace space, int... subset) throws InterruptedException {
        if (subset.length == 0) {
            return rips.diagrams(space);
        }
        Diagrams cone = rips.diagrams(Cone.over(space, subset));
        List<PersistenceDiagram> diagrams = new ArrayList<>(cone.byDimension());
        diagrams.set(0, reduced(cone.of(0)));
        return new Diagrams(cone.field(), cone.threshold(), cone.complete(), diagrams);
    }

    /** Without the bar of the apex's component, which is born first and never dies. */
    private static PersistenceDiagram reduced(PersistenceDiagram components) {
        PersistenceDiagram.Builder reduced = new PersistenceDiagram.Builder(0);
        boolean apex = true;
        for (int bar = 0; bar < components.size(); bar++) {
            if (apex && components.birth(bar) == 0 && Double.isInfinite(components.death(bar))) {
                apex = false;
            } else {
                reduced.add(components.birth(bar), components.death(bar));
            }
        }
        return reduced.build();
    }
}
