package org.crease.gpu.cuda;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;

/** A card with its primary context. What was not closed before it is closed with it. */
final class CudaDevice implements Device {
    private final DeviceInfo info;
    private final Capability capability;
    private final List<PtxCompiler> compilers;
    private final CudaContext context;
    private final Map<Object, Runnable> open = new LinkedHashMap<>();

    /**
     * Of a context.
     *
     * @param capability of the card
     * @param compilers at least one; each is asked when those before it failed
     */
    CudaDevice(DeviceInfo info, Capability capability, List<PtxCompiler> compilers, CudaContext context) {
        this.info = info;
        this.capability = capability;
        this.compilers = compilers;
        this.context = context;
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public long freeMemory() {
        return context.library().freeMemory();
    }

    @Override
    public Memory allocate(long bytes) {
        CudaMemory memory = new CudaMemory(context, bytes, open::remove);
        open.put(memory, memory::close);
        return memory;
    }

    @Override
    public Program compile(KernelSource source) {
        List<DriverException> failures = new ArrayList<>();
        for (PtxCompiler compiler : compilers) {
            try {
                CudaProgram program = new CudaProgram(context, compiler.compile(source, capability), open::remove);
                open.put(program, program::close);
                return program;
            } catch (DriverException e) {
                failures.add(e);
            }
        }
        DriverException first = failures.get(0);
        String all = failures.stream().map(DriverException::getMessage).collect(Collectors.joining("; "));
        throw new DriverException(first.reason(), all, first);
    }

    @Override
    public void finish() {
        context.library().finish();
    }

    @Override
    public void close() {
        if (context.open()) {
            List<Runnable> closings = new ArrayList<>(open.values());
            closings.add(context::close);
            all(closings);
        }
    }

    private static void all(List<Runnable> closings) {
        List<RuntimeException> failures = new ArrayList<>();
        for (Runnable closing : closings) {
            try {
                closing.run();
            } catch (DriverException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
