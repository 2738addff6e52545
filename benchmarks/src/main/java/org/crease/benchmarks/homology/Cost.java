package org.crease.benchmarks.homology;

/**
 * What one computation took.
 *
 * @param wall seconds that passed
 * @param cpu seconds of all its threads on processors
 * @param memory the most it had, in MiB; NaN where that is not known
 */
record Cost(double wall, double cpu, double memory) {}
