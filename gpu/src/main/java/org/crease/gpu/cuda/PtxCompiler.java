package org.crease.gpu.cuda;

import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.KernelSource;

/** A way to get the PTX of a source. */
interface PtxCompiler {

    /**
     * For cards of a compute capability.
     *
     * @throws DriverException when it cannot be had
     */
    Ptx compile(KernelSource source, Capability capability);
}
