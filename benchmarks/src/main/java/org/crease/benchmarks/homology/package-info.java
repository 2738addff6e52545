/** Persistent homology, beside Ripser and GUDHI. */
@NullMarked
package org.crease.benchmarks.homology;

import org.jspecify.annotations.NullMarked;
