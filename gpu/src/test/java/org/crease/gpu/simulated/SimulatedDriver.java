package org.crease.gpu.simulated;

import java.util.List;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.jspecify.annotations.Nullable;

/**
 * A driver that has what a test says.
 *
 * @param failure what asking for devices ends in; null when they are told
 * @param opened what opening one ends in; null when it succeeds
 */
public record SimulatedDriver(
        String name,
        List<DeviceInfo> found,
        @Nullable DriverException failure,
        @Nullable DriverException opened) implements Driver {

    /** One whose devices are these. */
    public static SimulatedDriver of(String name, DeviceInfo... devices) {
        return new SimulatedDriver(name, List.of(devices), null, null);
    }

    /** One that has none, for a reason. */
    public static SimulatedDriver without(String name, DriverException.Reason reason, String message) {
        return new SimulatedDriver(name, List.of(), new DriverException(reason, message), null);
    }

    /** A device of a driver. */
    public static DeviceInfo device(String driver, String name, DeviceInfo.Kind kind) {
        return new DeviceInfo(driver, 0, name, kind, "1.0", 1L << 30, 1L << 28, 4, true);
    }

    @Override
    public List<DeviceInfo> devices() {
        if (failure != null) {
            throw failure;
        }
        return found;
    }

    @Override
    public Device open(DeviceInfo device) {
        if (opened != null) {
            throw opened;
        }
        return new SimulatedDevice(device);
    }
}
