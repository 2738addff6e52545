package org.crease.gpu.rank;

import org.crease.gpu.opencl.OpenCl;
import org.crease.gpu.work.SharedDevice;

class OpenClRanksTest extends RankContract {
    @Override
    SharedDevice device() {
        return OpenCl.device();
    }
}
