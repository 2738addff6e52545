/** Figures for papers and pages: charts drawn once, written as SVG and as PNG, without a display. */
@NullMarked
package org.crease.runlog.figure;

import org.jspecify.annotations.NullMarked;
