package org.crease.gpu.simulated;

import java.nio.ByteBuffer;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;

/** A device that takes everything and refuses each launch. */
final class SimulatedDevice implements Device, Program, Function {
    private final DeviceInfo info;

    SimulatedDevice(DeviceInfo info) {
        this.info = info;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public long freeMemory() {
        return info.memory();
    }

    @Override
    public Memory allocate(long bytes) {
        return new SimulatedMemory(bytes);
    }

    @Override
    public Program compile(KernelSource source) {
        return this;
    }

    @Override
    public Function function(String name) {
        return this;
    }

    @Override
    public void launch(long groups, int groupSize, Argument... arguments) {
        throw new DriverException(Reason.FAILED, info + " refuses " + groups + " groups");
    }

    @Override
    public void finish() {}

    @Override
    public void close() {}

    private record SimulatedMemory(long bytes) implements Memory {
        @Override
        public void write(long offset, ByteBuffer from) {}

        @Override
        public void read(long offset, ByteBuffer into) {}

        @Override
        public void clear() {}

        @Override
        public void close() {}
    }
}
