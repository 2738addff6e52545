package org.crease.gpu.opencl;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Program;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** A program that OpenCL's compiler has built. */
final class OpenClProgram implements Program {
    private static final String OPTIONS = "-cl-std=CL1.2";

    private final String name;
    private final long program;
    private final long queue;
    private final Map<String, OpenClFunction> functions = new HashMap<>();
    private boolean closed;

    private OpenClProgram(String name, long program, long queue) {
        this.name = name;
        this.program = program;
        this.queue = queue;
    }

    static OpenClProgram of(long context, long device, long queue, KernelSource source) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer answer = stack.mallocInt(1);
            long program = CL10.clCreateProgramWithSource(context, source.text(), answer);
            Answers.require(answer.get(0), "clCreateProgramWithSource");
            int built = CL10.clBuildProgram(program, device, OPTIONS, null, 0);
            if (built != CL10.CL_SUCCESS) {
                String log = log(program, device);
                CL10.clReleaseProgram(program);
                throw new DriverException(
                        Reason.COMPILATION,
                        Answers.failure(built, "clBuildProgram of " + source.name())
                                        .getMessage() + ":\n" + log);
            }
            return new OpenClProgram(source.name(), program, queue);
        }
    }

    private static String log(long program, long device) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            int answer =
                    CL10.clGetProgramBuildInfo(program, device, CL10.CL_PROGRAM_BUILD_LOG, (ByteBuffer) null, size);
            if (answer != CL10.CL_SUCCESS) {
                return "(no log: " + answer + ")";
            }
            ByteBuffer text = MemoryUtil.memAlloc((int) size.get(0));
            try {
                CL10.clGetProgramBuildInfo(program, device, CL10.CL_PROGRAM_BUILD_LOG, text, null);
                return StandardCharsets.UTF_8
                        .decode(text)
                        .toString()
                        .replace("\0", "")
                        .strip();
            } finally {
                MemoryUtil.memFree(text);
            }
        }
    }

    @Override
    public Function function(String function) {
        return functions.computeIfAbsent(function, this::created);
    }

    private OpenClFunction created(String function) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer answer = stack.mallocInt(1);
            long kernel = CL10.clCreateKernel(program, function, answer);
            Answers.require(answer.get(0), "clCreateKernel of " + function + " in " + name);
            return new OpenClFunction(function, kernel, queue);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        functions.values().forEach(OpenClFunction::release);
        CL10.clReleaseProgram(program);
    }
}
