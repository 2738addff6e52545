/** Distances between the persistence diagrams that runs recorded. */
@NullMarked
package org.crease.inspector.distances;

import org.jspecify.annotations.NullMarked;
