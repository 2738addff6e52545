/** Speed of the kernels on a device beside that of the Java implementations. */
@NullMarked
package org.crease.benchmarks.gpu;

import org.jspecify.annotations.NullMarked;
