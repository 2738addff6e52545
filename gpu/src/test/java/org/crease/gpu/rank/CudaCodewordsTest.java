package org.crease.gpu.rank;

import org.crease.gpu.cuda.SimulatedCuda;
import org.crease.gpu.driver.Device;
import org.crease.gpu.work.SharedDevice;

class CudaCodewordsTest extends CodewordContract {
    @Override
    SharedDevice device() {
        return SimulatedCuda.device();
    }

    @Override
    Device open() {
        return SimulatedCuda.open();
    }
}
