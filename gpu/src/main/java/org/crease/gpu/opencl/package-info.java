/** Devices through OpenCL 1.2 or newer: cards of AMD and Intel, processors, and NVIDIA's cards where CUDA cannot be had. */
@NullMarked
package org.crease.gpu.opencl;

import org.jspecify.annotations.NullMarked;
