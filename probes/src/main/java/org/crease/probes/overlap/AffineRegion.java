package org.crease.probes.overlap;

import java.util.BitSet;

/**
 * A linear region of the input space in which probe inputs lie, as a layer sees it: there the network up to the layer is
 * one affine map.
 *
 * @param codeword which of the layer's own units are active; the global codeword is that of all layers before it too
 * @param map from the network's input to the layer's value
 * @param polyhedron where the map holds, boundary included
 * @param members positions of the probe inputs in it, ascending; never changed
 */
public record AffineRegion(BitSet codeword, AffineMap map, Polyhedron polyhedron, int[] members) {}
