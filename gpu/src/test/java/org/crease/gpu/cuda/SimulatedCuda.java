package org.crease.gpu.cuda;

import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.memAddress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.work.SharedDevice;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.SharedLibrary;

/**
 * CUDA without a card: our bindings, a compiler and a stand-in for the driver's library ({@code src/test/native/driver.cpp}) that
 * executes our kernel sources as C++. It has one card of compute capability 9.0 under CUDA 12.2 with 1 GiB, unless told to
 * simulate something else. Each has a state of its own, by its name.
 */
public final class SimulatedCuda {
    private final List<String> libraries;

    /** One of its own for a test class. */
    SimulatedCuda(String name) {
        libraries = List.of(build("libcuda-" + name));
        reset();
    }

    private static final class Shared {
        static final SharedDevice DEVICE = new SharedDevice(open());
    }

    /** The card that all tests of this process share. Nothing fails on it. */
    public static SharedDevice device() {
        return Shared.DEVICE;
    }

    /** Opens it anew; a test without g++ is skipped, saying so, or fails where nothing may be missing. */
    public static Device open() {
        CudaDriver driver = new SimulatedCuda("shared").driver();
        return driver.open(driver.devices().get(0));
    }

    private static String build(String name) {
        try {
            String text = Files.readString(NativeBuild.SOURCES.resolve("driver.cpp"));
            return NativeBuild.library(name, text, "-fvisibility=hidden").toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the stand-in", e);
        }
    }

    /** The stand-in's file. */
    List<String> libraries() {
        return libraries;
    }

    /** The driver, with NVRTC or, where that is missing, the PTX that we ship. */
    CudaDriver driver() {
        return driver(NvidiaLibraries.compiler());
    }

    /** The driver, with other ways to compile. */
    CudaDriver driver(PtxCompiler... compilers) {
        return new CudaDriver(
                libraries,
                Stream.of(compilers).<PtxCompiler>map(EmulatedPtx::new).toList());
    }

    /** Nothing fails any more, and counts begin anew. */
    void reset() {
        JNI.invokeV(function("simulateNothing"));
    }

    /** Simulates something: {@code driver.cpp} has the keys, as "FAIL_LAUNCH" with the number of the launch. */
    void simulate(String key, long value) {
        try (MemoryStack stack = stackPush()) {
            JNI.invokePJV(memAddress(stack.ASCII(key)), value, function("simulate"));
        }
    }

    /** How many there are of "memory", "modules", "functions", "contexts" now, or have been of "launches", "allocations". */
    long count(String what) {
        try (MemoryStack stack = stackPush()) {
            return JNI.invokePJ(memAddress(stack.ASCII(what)), function("simulated"));
        }
    }

    private long function(String name) {
        SharedLibrary library = SharedLibraries.open(Reason.NO_DRIVER, "the simulated driver", libraries);
        return SharedLibraries.function(library, name);
    }
}
