/** The kernels of Crease on graphics cards, and the choice of a device for them. */
@NullMarked
package org.crease.gpu;

import org.jspecify.annotations.NullMarked;
