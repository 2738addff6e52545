/** Reads points and distances, strictly: in Ripser's formats and NumPy's. */
@NullMarked
package org.crease.app.homology.input;

import org.jspecify.annotations.NullMarked;
