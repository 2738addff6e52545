package org.crease.gpu.rips;

import org.crease.gpu.cuda.SimulatedCuda;
import org.crease.gpu.work.SharedDevice;

class CudaNearestPointsTest extends NearestPointsContract {
    @Override
    SharedDevice device() {
        return SimulatedCuda.device();
    }
}
