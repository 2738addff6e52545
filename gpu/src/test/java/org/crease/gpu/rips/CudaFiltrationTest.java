package org.crease.gpu.rips;

import org.crease.gpu.cuda.SimulatedCuda;
import org.crease.gpu.work.SharedDevice;

class CudaFiltrationTest extends FiltrationContract {
    @Override
    SharedDevice device() {
        return SimulatedCuda.device();
    }

    @Override
    int most() {
        return 140;
    }
}
