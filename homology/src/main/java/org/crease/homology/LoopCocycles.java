package org.crease.homology;

import java.util.List;
import org.crease.homology.representative.Chain;

/**
 * Writes cocycles of loops out that are known on the edges of births: an edge that has a value gives it on to its heirs, in the
 * order of edges, up to the cocycle's end. O(edges with a value), and a word for each 64 edges between.
 */
interface LoopCocycles {

    /** Over a field, on edges from one on, up to another. */
    static LoopCocycles over(PrimeField field, SortedEdges edges, int from, int to, LoopHeirs heirs) {
        return field.modulus() == 2
                ? new BitLoopCocycles(edges, from, to, heirs)
                : new ResidueLoopCocycles(field, edges, from, heirs);
    }

    /**
     * The cocycles of some loops.
     *
     * @param values on the edges of births, by loop
     * @param births the edges, by loop
     * @param ends for each of the loops the edge before which its cocycle is, in ascending order
     */
    List<Chain> chains(int[] loops, BirthValues values, IntList births, int... ends) throws InterruptedException;
}
