/**
 * What a network glues: which inputs one layer after another maps to the same place, because a linear region loses rank or
 * because the images of several regions overlap, and what that does to the topology of the data (arXiv:2502.01360).
 */
@NullMarked
package org.crease.probes.overlap;

import org.jspecify.annotations.NullMarked;
