/** Distances between persistence diagrams. */
@NullMarked
package org.crease.homology.distance;

import org.jspecify.annotations.NullMarked;
