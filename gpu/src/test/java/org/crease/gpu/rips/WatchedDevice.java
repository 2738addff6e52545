package org.crease.gpu.rips;

import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;
import org.crease.gpu.opencl.OpenCl;

/** An OpenCL device that counts, has as much memory as it is told, fails at a launch or has its thread interrupted. */
final class WatchedDevice implements Device {
    private static final long NEVER = Long.MAX_VALUE;

    private final Device device = OpenCl.open();
    private final long unused = device.freeMemory();
    private long memory = unused;
    private boolean doubles = device.info().doubles();
    private long launches;
    private long launchesLeft = NEVER;
    private long waitsLeft = NEVER;

    void haveMemory(long bytes) {
        memory = bytes;
    }

    void haveSinglePrecision() {
        doubles = false;
    }

    void failAfterLaunches(long count) {
        launchesLeft = count;
    }

    void interruptAfterWaits(long count) {
        waitsLeft = count;
    }

    /** Nothing happens any more. */
    void calm() {
        memory = unused;
        launchesLeft = NEVER;
        waitsLeft = NEVER;
    }

    long launches() {
        return launches;
    }

    /** Bytes that are allocated. */
    long held() {
        return unused - device.freeMemory();
    }

    @Override
    public DeviceInfo info() {
        DeviceInfo info = device.info();
        return new DeviceInfo(
                info.driver(),
                info.index(),
                info.name(),
                info.kind(),
                info.version(),
                memory,
                Math.min(memory, info.largestBlock()),
                info.units(),
                doubles);
    }

    @Override
    public long freeMemory() {
        return memory - held();
    }

    @Override
    public Memory allocate(long bytes) {
        if (bytes > freeMemory()) {
            throw new DriverException(Reason.OUT_OF_MEMORY, bytes + " bytes, " + freeMemory() + " are free");
        }
        return device.allocate(bytes);
    }

    @Override
    public Program compile(KernelSource source) {
        Program program = device.compile(source);
        return new Program() {
            @Override
            public Function function(String name) {
                Function function = program.function(name);
                return (groups, groupSize, arguments) -> {
                    if (launchesLeft-- <= 0) {
                        throw new DriverException(Reason.FAILED, name + " failed");
                    }
                    launches++;
                    function.launch(groups, groupSize, arguments);
                };
            }

            @Override
            public void close() {
                program.close();
            }
        };
    }

    @Override
    public void finish() {
        device.finish();
        if (waitsLeft-- == 0) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        device.close();
    }
}
