package org.crease.gpu.opencl;

import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceContract;

class OpenClDeviceTest extends DeviceContract {
    @Override
    protected Device open() {
        return OpenCl.open();
    }
}
