/** Runs beside each other: twins above all, and groups of runs that differ in their seeds. */
@NullMarked
package org.crease.runlog.compare;

import org.jspecify.annotations.NullMarked;
