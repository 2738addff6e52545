package org.crease.benchmarks.gpu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;

/** A device that waits for each launch to end and takes its time, by kernel. */
final class TimedDevice implements Device {
    private final Device device;
    private final Map<String, Spent> spent = new LinkedHashMap<>();
    private boolean timing;

    /** What the launches of one kernel took. */
    record Spent(int launches, long nanoseconds) {}

    TimedDevice(Device device) {
        this.device = device;
    }

    /** Whether launches are waited for from now on; forgets what was taken before. */
    void time(boolean waits) {
        timing = waits;
        spent.clear();
    }

    Map<String, Spent> spent() {
        return new LinkedHashMap<>(spent);
    }

    @Override
    public DeviceInfo info() {
        return device.info();
    }

    @Override
    public long freeMemory() {
        return device.freeMemory();
    }

    @Override
    public Memory allocate(long bytes) {
        return device.allocate(bytes);
    }

    @Override
    public Program compile(KernelSource source) {
        Program program = device.compile(source);
        return new Program() {
            @Override
            public Function function(String name) {
                return timed(name, program.function(name));
            }

            @Override
            public void close() {
                program.close();
            }
        };
    }

    private Function timed(String name, Function function) {
        return (groups, groupSize, arguments) -> {
            if (!timing) {
                function.launch(groups, groupSize, arguments);
                return;
            }
            device.finish();
            long start = System.nanoTime();
            function.launch(groups, groupSize, arguments);
            device.finish();
            Spent more = new Spent(1, System.nanoTime() - start);
            spent.merge(
                    name, more, (a, b) -> new Spent(a.launches() + b.launches(), a.nanoseconds() + b.nanoseconds()));
        };
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
