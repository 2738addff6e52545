package org.crease.probes.rank;

import java.util.List;

/** The linear part of a layer's map, applied to the columns of Jacobians. */
interface LinearMap {

    /**
     * The product of this map with its inputs' Jacobians.
     *
     * @param inputs one a source, all with equally many columns
     * @param wanted the output units to compute, ascending; rows known to be zero may be left out
     * @return a new Jacobian, owned by the caller
     */
    Jacobian apply(List<Jacobian> inputs, int[] wanted) throws InterruptedException;
}
