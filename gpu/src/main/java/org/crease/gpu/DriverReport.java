package org.crease.gpu;

import java.util.List;
import java.util.Objects;
import org.crease.gpu.cuda.CudaDriver;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.opencl.OpenClDriver;

/**
 * What a driver has.
 *
 * @param driver "CUDA" or "OpenCL"
 * @param devices none where there is a problem
 * @param problem why there are none, in one sentence, otherwise empty
 */
public record DriverReport(String driver, List<DeviceInfo> devices, String problem) {

    /** What each driver has, CUDA first. Loads the drivers' libraries, which takes up to half a second. */
    public static List<DriverReport> all() {
        return drivers().stream().map(DriverReport::of).toList();
    }

    /** The drivers that there are, CUDA first. Nothing of theirs is loaded yet. */
    public static List<Driver> drivers() {
        return List.of(new CudaDriver(), new OpenClDriver());
    }

    /** What one driver has. */
    public static DriverReport of(Driver driver) {
        try {
            return new DriverReport(driver.name(), driver.devices(), "");
        } catch (DriverException e) {
            return new DriverReport(driver.name(), List.of(), Objects.requireNonNull(e.getMessage()));
        }
    }
}
