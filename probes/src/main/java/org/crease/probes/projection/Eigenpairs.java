package org.crease.probes.projection;

/**
 * The largest eigenvalues of a symmetric matrix with their eigenvectors.
 *
 * @param values largest first
 * @param vectors one a value, of length 1
 * @param traceNorm sum of the absolute values of all eigenvalues
 */
record Eigenpairs(double[] values, double[][] vectors, double traceNorm) {}
