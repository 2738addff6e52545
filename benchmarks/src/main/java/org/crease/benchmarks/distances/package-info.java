/** Distances between diagrams, beside GUDHI's. */
@NullMarked
package org.crease.benchmarks.distances;

import org.jspecify.annotations.NullMarked;
