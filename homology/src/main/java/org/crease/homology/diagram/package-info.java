/** Persistence diagrams and their summaries. */
@NullMarked
package org.crease.homology.diagram;

import org.jspecify.annotations.NullMarked;
