/**
 * Where a network loses rank: linear regions of the probe inputs and the rank of the affine map on each, layer by layer
 * (Beshkov and Einevoll, "A rank decomposition for the topological classification of neural representations",
 * arXiv:2404.19710).
 */
@NullMarked
package org.crease.probes.rank;

import org.jspecify.annotations.NullMarked;
