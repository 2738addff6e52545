/** How fast sweeps of random networks are. */
@NullMarked
package org.crease.benchmarks.sweep;

import org.jspecify.annotations.NullMarked;
