package org.crease.gpu.cuda;

import static org.lwjgl.system.JNI.invokeP;
import static org.lwjgl.system.JNI.invokePI;
import static org.lwjgl.system.JNI.invokePPI;
import static org.lwjgl.system.JNI.invokePPPPPI;
import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.NULL;
import static org.lwjgl.system.MemoryUtil.memASCII;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memAlloc;
import static org.lwjgl.system.MemoryUtil.memFree;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.KernelSource;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;

/**
 * NVIDIA's compiler of CUDA C at run time, from CUDA 11.2 on. It needs no driver and no card. Products and sums are not
 * contracted, as {@code prelude.h} promises. See NVIDIA's "NVRTC".
 */
final class Nvrtc implements PtxCompiler {
    private static final int COMPILATION_FAILED = 6;

    private final String version;
    private final int[] capabilities;
    private final long getErrorString;
    private final long createProgram;
    private final long compileProgram;
    private final long destroyProgram;
    private final long getLogSize;
    private final long getLog;
    private final long getPtxSize;
    private final long getPtx;

    private Nvrtc(SharedLibrary library) {
        getErrorString = SharedLibraries.function(library, "nvrtcGetErrorString");
        createProgram = SharedLibraries.function(library, "nvrtcCreateProgram");
        compileProgram = SharedLibraries.function(library, "nvrtcCompileProgram");
        destroyProgram = SharedLibraries.function(library, "nvrtcDestroyProgram");
        getLogSize = SharedLibraries.function(library, "nvrtcGetProgramLogSize");
        getLog = SharedLibraries.function(library, "nvrtcGetProgramLog");
        getPtxSize = SharedLibraries.function(library, "nvrtcGetPTXSize");
        getPtx = SharedLibraries.function(library, "nvrtcGetPTX");
        version = version(SharedLibraries.function(library, "nvrtcVersion"));
        capabilities = capabilities(
                SharedLibraries.function(library, "nvrtcGetNumSupportedArchs"),
                SharedLibraries.function(library, "nvrtcGetSupportedArchs"));
    }

    /**
     * Loads the first of these libraries. It loads its built-in functions by name when it compiles: where it has a path,
     * they are loaded from its folder before, so that the system's loader need not know that folder.
     *
     * @throws DriverException {@link Reason#COMPILATION} when none is there
     */
    static Nvrtc open(List<String> names) {
        SharedLibrary library = SharedLibraries.open(Reason.COMPILATION, "NVRTC", names);
        Path file = Path.of(library.getName());
        if (file.getParent() != null) {
            for (String builtins : NvrtcPlaces.builtins(file.getParent())) {
                SharedLibraries.open(Reason.COMPILATION, "what NVRTC needs", List.of(builtins));
            }
        }
        return new Nvrtc(library);
    }

    private String version(long nvrtcVersion) {
        try (MemoryStack stack = stackPush()) {
            var major = stack.mallocInt(1);
            var minor = stack.mallocInt(1);
            check(invokePPI(memAddress(major), memAddress(minor), nvrtcVersion), "nvrtcVersion");
            return major.get(0) + "." + minor.get(0);
        }
    }

    private int[] capabilities(long getNumber, long getAll) {
        try (MemoryStack stack = stackPush()) {
            var number = stack.mallocInt(1);
            check(invokePI(memAddress(number), getNumber), "nvrtcGetNumSupportedArchs");
            var found = stack.mallocInt(number.get(0));
            check(invokePI(memAddress(found), getAll), "nvrtcGetSupportedArchs");
            int[] all = new int[number.get(0)];
            found.get(all);
            return all;
        }
    }

    /** "11.8". */
    String version() {
        return version;
    }

    /** For the newest capability that this compiler knows and the card has. */
    @Override
    public Ptx compile(KernelSource source, Capability capability) {
        int target = target(capability);
        ByteBuffer text = memUTF8(source.text());
        long program = 0;
        try (MemoryStack stack = stackPush()) {
            PointerBuffer handle = stack.callocPointer(1);
            String file = source.name() + ".c";
            int created = invokePPPPPI(
                    memAddress(handle), memAddress(text), memAddress(stack.UTF8(file)), 0, NULL, NULL, createProgram);
            check(created, "nvrtcCreateProgram of " + file);
            program = handle.get(0);
            compile(program, source.name(), target, stack);
            return new Ptx(source.name(), text(program, getPtxSize, getPtx));
        } finally {
            memFree(text);
            destroy(program);
        }
    }

    private int target(Capability capability) {
        return Arrays.stream(capabilities)
                .filter(known -> known <= capability.number())
                .max()
                .orElseThrow(() -> new DriverException(
                        Reason.COMPILATION,
                        "NVRTC " + version + " compiles for compute capability "
                                + Capability.of(
                                        Arrays.stream(capabilities).min().orElse(0))
                                + " and above; the card has " + capability));
    }

    private void compile(long program, String name, int target, MemoryStack stack) {
        PointerBuffer options = stack.pointers(
                stack.ASCII("--gpu-architecture=compute_" + target),
                stack.ASCII("--std=c++14"),
                stack.ASCII("--fmad=false"),
                stack.ASCII("--device-as-default-execution-space"));
        int result = invokePPI(program, options.remaining(), memAddress(options), compileProgram);
        if (result == COMPILATION_FAILED) {
            throw new DriverException(
                    Reason.COMPILATION,
                    "NVRTC " + version + " cannot compile " + name + ":\n"
                            + text(program, getLogSize, getLog).strip());
        }
        check(result, "nvrtcCompileProgram of " + name);
    }

    private String text(long program, long getSize, long getText) {
        try (MemoryStack stack = stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            check(invokePPI(program, memAddress(size), getSize), "nvrtcGet..Size");
            ByteBuffer text = memAlloc(Math.toIntExact(size.get(0)));
            try {
                check(invokePPI(program, memAddress(text), getText), "nvrtcGet..");
                return memASCII(memAddress(text));
            } finally {
                memFree(text);
            }
        }
    }

    private void destroy(long program) {
        if (program != 0) {
            try (MemoryStack stack = stackPush()) {
                check(invokePI(memAddress(stack.pointers(program)), destroyProgram), "nvrtcDestroyProgram");
            }
        }
    }

    private void check(int result, String call) {
        if (result != 0) {
            throw new DriverException(
                    Reason.COMPILATION,
                    "NVRTC's " + call + " answered " + result + ": " + memASCII(invokeP(result, getErrorString)));
        }
    }
}
