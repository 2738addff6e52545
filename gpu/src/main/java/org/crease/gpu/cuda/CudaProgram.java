package org.crease.gpu.cuda;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Program;

/** A module of a context. */
final class CudaProgram implements Program {
    private final CudaContext context;
    private final Consumer<CudaProgram> closed;
    private final Ptx ptx;
    private final long module;
    private final Map<String, CudaFunction> functions = new HashMap<>();
    private boolean open = true;

    CudaProgram(CudaContext context, Ptx ptx, Consumer<CudaProgram> closed) {
        this.context = context;
        this.closed = closed;
        this.ptx = ptx;
        this.module = context.library().load(ptx.text(), ptx.name());
    }

    @Override
    public Function function(String function) {
        return functions.computeIfAbsent(function, this::found);
    }

    private CudaFunction found(String name) {
        var sizes = ptx.parameters(name);
        if (sizes == null) {
            throw new DriverException(Reason.FAILED, "the program " + ptx.name() + " has no kernel " + name);
        }
        return new CudaFunction(context, name, context.library().function(module, name), sizes);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            closed.accept(this);
            context.library().unload(module);
        }
    }
}
