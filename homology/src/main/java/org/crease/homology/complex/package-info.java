/**
 * Persistent homology of complexes other than Vietoris-Rips: explicit filtered simplicial complexes and pairs of them,
 * cubical complexes of arrays, alpha complexes of points in the plane and in space, and vineyards along a sequence of
 * filtrations.
 */
@NullMarked
package org.crease.homology.complex;

import org.jspecify.annotations.NullMarked;
