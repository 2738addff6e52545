package org.crease.gpu.rank;

import org.crease.gpu.driver.Device;
import org.crease.gpu.opencl.OpenCl;
import org.crease.gpu.work.SharedDevice;

class OpenClCodewordsTest extends CodewordContract {
    @Override
    SharedDevice device() {
        return OpenCl.device();
    }

    @Override
    Device open() {
        return OpenCl.open();
    }
}
