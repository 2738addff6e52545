package org.crease.homology;

import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;

/** The ways of {@link VietorisRips} from sorted edges to diagrams. */
interface RipsWays {
    /** The diagrams of dimensions 0 and 1. */
    List<PersistenceDiagram> loops(EdgeFiltration filtration, Watch watch) throws InterruptedException;

    /** The diagrams of all dimensions up to the one asked for, at least 1. */
    List<PersistenceDiagram> higher(int points, SortedEdges edges, Watch watch) throws InterruptedException;
}
