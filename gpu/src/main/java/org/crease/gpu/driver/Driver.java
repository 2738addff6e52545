package org.crease.gpu.driver;

import java.util.List;

/** A way to reach devices: CUDA or OpenCL. */
public interface Driver {

    /** "CUDA" or "OpenCL". */
    String name();

    /**
     * The devices it reaches, best first as the driver has them.
     *
     * @throws DriverException {@link DriverException.Reason#NO_DRIVER} when its library is not there,
     *     {@link DriverException.Reason#NO_DEVICE} when it reaches none, others as its library answers
     */
    List<DeviceInfo> devices();

    /**
     * Makes a device ready for work.
     *
     * @param device of {@link #devices()}
     * @throws DriverException when it cannot be had
     */
    Device open(DeviceInfo device);
}
