/** {@code crease datasets}: lists, verifies and fetches the data sets known by name. */
@NullMarked
package org.crease.app.datasets;

import org.jspecify.annotations.NullMarked;
