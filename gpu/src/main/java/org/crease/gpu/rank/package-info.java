/** Ranks of affine maps and codewords on a device. */
@NullMarked
package org.crease.gpu.rank;

import org.jspecify.annotations.NullMarked;
