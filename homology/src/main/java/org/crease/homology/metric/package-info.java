/** Finite metric spaces: point clouds and metrics on them, distance matrices, geodesic distances, landmarks. */
@NullMarked
package org.crease.homology.metric;

import org.jspecify.annotations.NullMarked;
