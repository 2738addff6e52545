package org.crease.probes.rank;

/**
 * A symmetric positive semidefinite matrix A Aᵀ or Aᵀ A, in some precision, of which the extreme eigenvalues are looked for.
 * First {@link #multiply}; then, once, {@link #factor}; then {@link #solve}.
 */
interface Gram {

    int size();

    /** Number of products that each element is the sum of. */
    int terms();

    /** The unit roundoff of the precision that its elements were computed in. */
    double roundoff();

    /** The sum of its eigenvalues. */
    double trace();

    /** The product with a vector, as a new vector. */
    double[] multiply(double[] x);

    /**
     * Puts the factors L D Lᵀ of this matrix less {@code shift} on the diagonal in its place; whether all pivots are above
     * zero, and so, by Sylvester's law of inertia, all eigenvalues of this matrix above {@code shift}.
     */
    boolean factor(double shift) throws InterruptedException;

    /** The product of the shifted matrix's inverse with a vector, as a new vector. */
    double[] solve(double[] x);
}
