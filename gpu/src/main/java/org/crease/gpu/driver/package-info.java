/**
 * What kernels need of a driver, whichever it is: devices, memory on them, programs and their launch. Nothing here is
 * loaded from a driver's library.
 */
@NullMarked
package org.crease.gpu.driver;

import org.jspecify.annotations.NullMarked;
