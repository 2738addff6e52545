/** Speed of the rank probe beside NumPy. */
@NullMarked
package org.crease.benchmarks.rank;

import org.jspecify.annotations.NullMarked;
