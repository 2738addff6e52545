/**
 * The exact partition of a window of the plane, or of a plane through input space, into a network's linear regions: convex
 * polygons, each with its codeword and its rank.
 */
@NullMarked
package org.crease.probes.partition;

import org.jspecify.annotations.NullMarked;
