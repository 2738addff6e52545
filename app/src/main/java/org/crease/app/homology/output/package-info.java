/** Shows and writes the persistence diagrams of one computation. */
@NullMarked
package org.crease.app.homology.output;

import org.jspecify.annotations.NullMarked;
