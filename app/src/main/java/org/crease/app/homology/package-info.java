/** {@code crease homology}: persistent homology of a file of points or distances. */
@NullMarked
package org.crease.app.homology;

import org.jspecify.annotations.NullMarked;
