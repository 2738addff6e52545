package org.crease.gpu.simulated;

import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;

/**
 * A device that says it had less memory than it has.
 *
 * @param bytes that it says are free
 */
public record SmallDevice(Device device, long bytes) implements Device {

    @Override
    public DeviceInfo info() {
        DeviceInfo all = device.info();
        return new DeviceInfo(
                all.driver(),
                all.index(),
                all.name(),
                all.kind(),
                all.version(),
                bytes,
                Math.min(bytes, all.largestBlock()),
                all.units(),
                all.doubles());
    }

    @Override
    public long freeMemory() {
        return bytes;
    }

    @Override
    public Memory allocate(long bytesOfMemory) {
        return device.allocate(bytesOfMemory);
    }

    @Override
    public Program compile(KernelSource source) {
        return device.compile(source);
    }

    @Override
    public void finish() {
        device.finish();
    }

    @Override
    public void close() {
        device.close();
    }
}
