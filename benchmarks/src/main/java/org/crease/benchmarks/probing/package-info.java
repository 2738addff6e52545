/** What attached probes cost a training. */
@NullMarked
package org.crease.benchmarks.probing;

import org.jspecify.annotations.NullMarked;
