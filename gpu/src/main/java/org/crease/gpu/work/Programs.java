package org.crease.gpu.work;

import java.util.HashMap;
import java.util.Map;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Program;

/** The programs of a device, each compiled when first asked for. */
final class Programs {
    private final Device device;
    private final Map<String, Program> compiled = new HashMap<>();

    Programs(Device device) {
        this.device = device;
    }

    Function function(String source, String name) {
        return compiled.computeIfAbsent(source, file -> device.compile(KernelSource.of(file)))
                .function(name);
    }

    void close() {
        compiled.values().forEach(Program::close);
        compiled.clear();
    }
}
