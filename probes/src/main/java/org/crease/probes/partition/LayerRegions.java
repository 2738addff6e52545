package org.crease.probes.partition;

import java.util.BitSet;
import java.util.List;

/**
 * The linear regions of a window by one layer: the largest sets on which the layer and all that it depends on is affine with
 * one global codeword and, with max pooling, one winner of each window. Regions have numbers from 0 on, the same in every array.
 *
 * @param layer the layer's name
 * @param polygons the regions, in the window's coordinates
 * @param hashes hash of the global codeword, equal to that of the rank probe
 * @param codewords the global codeword: a bit for each ReLU or leaky ReLU unit, layer after layer
 * @param winners the winners of max pooling, which belong to a region as its codeword does
 * @param ranks rank of the affine map from the network's input to this layer
 * @param active number of this layer's active units; all units of a layer without ReLU or leaky ReLU
 * @param activeInAll number of active units in this layer and all that it depends on
 * @param borders pairs of neighbours, by ascending numbers
 */
public record LayerRegions(
        String layer,
        Polygons polygons,
        long[] hashes,
        List<BitSet> codewords,
        Winners winners,
        int[] ranks,
        int[] active,
        int[] activeInAll,
        List<Border> borders) {

    public LayerRegions {
        codewords = List.copyOf(codewords);
        borders = List.copyOf(borders);
    }

    /** Number of regions. */
    public int size() {
        return ranks.length;
    }
}
