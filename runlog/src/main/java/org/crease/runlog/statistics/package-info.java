/** Tests of whether two small samples differ: exact, free of assumptions on distributions. */
@NullMarked
package org.crease.runlog.statistics;

import org.jspecify.annotations.NullMarked;
