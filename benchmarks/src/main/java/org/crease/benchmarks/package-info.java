/** Side-by-side measurements: what they share. The figures are in {@code docs/benchmarks}. */
@NullMarked
package org.crease.benchmarks;

import org.jspecify.annotations.NullMarked;
