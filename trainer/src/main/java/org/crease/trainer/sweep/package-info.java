/** Sweeps: every cell of a grid, so many times, on all cores, to a table and figures. */
@NullMarked
package org.crease.trainer.sweep;

import org.jspecify.annotations.NullMarked;
