package org.crease.gpu.cuda;

import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceContract;

class CudaDeviceTest extends DeviceContract {
    @Override
    protected Device open() {
        return SimulatedCuda.open();
    }
}
