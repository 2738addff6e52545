package org.crease.homology;

import java.util.Optional;
import org.crease.homology.metric.DistanceMatrix;

/**
 * The edges of a Vietoris-Rips filtration with all distances.
 *
 * @param last the scale past which nothing happens
 * @param cut edges are no longer than it
 * @param edges those of dimension 1 may be brought into order on demand
 * @param critical the critical ones, where a device has found them
 */
record EdgeFiltration(
        DistanceMatrix matrix, double last, double cut, SortedEdges edges, Optional<CriticalEdges> critical) {}
