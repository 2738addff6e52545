/**
 * Persistent homology of finite metric spaces. Needs the JDK alone.
 *
 * <p>{@link org.crease.homology.VietorisRips} turns a {@linkplain org.crease.homology.metric.FiniteMetricSpace metric
 * space} into {@linkplain org.crease.homology.diagram.Diagrams persistence diagrams};
 * {@link org.crease.homology.MinimumSpanningTree} gives dimension 0 alone, without a distance matrix. Distances are
 * float32, compared exactly, equal ones ordered by index, so that a diagram depends on the space alone.
 *
 * <p>Background: H. Edelsbrunner, J. Harer, <i>Computational Topology</i>, AMS 2010, chapters III.2 and VII.1.
 */
@NullMarked
package org.crease.homology;

import org.jspecify.annotations.NullMarked;
