/** Persistence diagrams as vectors: functions of the scale and pictures. */
@NullMarked
package org.crease.homology.vector;

import org.jspecify.annotations.NullMarked;
