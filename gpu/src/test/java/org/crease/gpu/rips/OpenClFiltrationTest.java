package org.crease.gpu.rips;

import org.crease.gpu.opencl.OpenCl;
import org.crease.gpu.work.SharedDevice;

class OpenClFiltrationTest extends FiltrationContract {
    @Override
    SharedDevice device() {
        return OpenCl.device();
    }
}
