package org.crease.gpu.rips;

import org.crease.gpu.opencl.OpenCl;
import org.crease.gpu.work.SharedDevice;

class OpenClNearestPointsTest extends NearestPointsContract {
    @Override
    SharedDevice device() {
        return OpenCl.device();
    }
}
