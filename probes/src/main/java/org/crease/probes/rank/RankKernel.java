package org.crease.probes.rank;

import org.crease.homology.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/**
 * Ranks of many regions at once. A device need not decide all: what it is not sure of it leaves to the processor.
 *
 * <p>Where it decides, the rank and the profile of a sweep are those that the processor finds, for it proves them: full rank
 * by {@link FullRank}, with that bound on rounding, and others by singular values that are all further from the threshold,
 * and from the shares of a sweep, than twice what rounding may have moved them by, see {@link SquaredSpectrum}. A margin
 * follows from singular values on two sides that round differently:
 * <ul>
 *   <li>above 1, with full rank and without a sweep, both are estimates, a few per cent from the true one;
 *   <li>otherwise they differ by no more than 1e-6 of it plus 1e-13 (σ_max / σ)², with σ the singular value closest to the
 *       threshold. That is what squares resolve; where it exceeds a hundredth the region is left to the processor.
 * </ul>
 */
public interface RankKernel extends Kernel {

    /**
     * What is known of the maps asked for.
     *
     * @return by region and link; null where it was not asked for or is left to the processor
     */
    @Nullable
    Spectrum[][] spectra(RegionBatch batch) throws InterruptedException;
}
