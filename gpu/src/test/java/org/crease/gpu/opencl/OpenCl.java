package org.crease.gpu.opencl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.work.SharedDevice;

/** The device that tests of OpenCL use: the first there is, PoCL's processor where there is no card. */
public final class OpenCl {
    private OpenCl() {}

    private static final class Shared {
        static final SharedDevice DEVICE = new SharedDevice(open());
    }

    /** The one that all tests of this process share. */
    public static SharedDevice device() {
        return Shared.DEVICE;
    }

    /** Opens it anew; a test without is skipped, saying what is missing, or fails where nothing may be missing. */
    public static Device open() {
        OpenClDriver driver = new OpenClDriver();
        try {
            return driver.open(driver.devices().get(0));
        } catch (DriverException e) {
            String missing = "needs an OpenCL device (Debian: pocl-opencl-icd, ocl-icd-libopencl1): " + e.getMessage();
            assertThat(System.getenv("CREASE_REQUIRE_ALL")).as(missing).isNotEqualTo("true");
            return abort(missing);
        }
    }
}
