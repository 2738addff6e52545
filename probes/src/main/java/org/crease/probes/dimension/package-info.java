/** Intrinsic dimension of point clouds. */
@NullMarked
package org.crease.probes.dimension;

import org.jspecify.annotations.NullMarked;
