/**
 * CUDA: the driver's library and NVRTC, called by function address through LWJGL's core, so that nothing of NVIDIA's has to
 * be there for these classes to load.
 */
@NullMarked
package org.crease.gpu.cuda;

import org.jspecify.annotations.NullMarked;
