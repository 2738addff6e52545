package org.crease.gpu.cuda;

import static org.lwjgl.system.JNI.invokeI;
import static org.lwjgl.system.JNI.invokePI;
import static org.lwjgl.system.JNI.invokePPI;
import static org.lwjgl.system.JNI.invokePPPI;
import static org.lwjgl.system.JNI.invokePPPPI;
import static org.lwjgl.system.MemoryStack.stackPush;
import static org.lwjgl.system.MemoryUtil.memASCII;
import static org.lwjgl.system.MemoryUtil.memAddress;
import static org.lwjgl.system.MemoryUtil.memUTF8;

import java.nio.ByteBuffer;
import java.util.List;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import org.lwjgl.system.SharedLibrary;

/**
 * The functions of CUDA's driver library that we call, one method each. A result other than success becomes a
 * {@link DriverException} with the call, CUDA's name for the error and its text. Handles and addresses on the device are
 * {@code long}s. See NVIDIA's "CUDA Driver API".
 */
final class CudaLibrary {
    /** Since it has every function that we call. */
    private static final int OLDEST = 11000;

    private static final int LOG_BYTES = 16384;
    private static final int INFO_LOG = 3;
    private static final int INFO_LOG_BYTES = 4;
    private static final int ERROR_LOG = 5;
    private static final int ERROR_LOG_BYTES = 6;

    private final int version;
    private final long getErrorName;
    private final long getErrorString;
    private final long initialise;
    private final long deviceGetCount;
    private final long deviceGet;
    private final long deviceGetName;
    private final long deviceTotalMem;
    private final long deviceGetAttribute;
    private final long primaryContextRetain;
    private final long primaryContextRelease;
    private final long contextSetCurrent;
    private final long contextSynchronize;
    private final long memGetInfo;
    private final long memAlloc;
    private final long memFree;
    private final long memcpyHostToDevice;
    private final long memcpyDeviceToHost;
    private final long memset;
    private final long moduleLoad;
    private final long moduleUnload;
    private final long moduleGetFunction;
    private final LaunchCall launchKernel;

    private CudaLibrary(SharedLibrary library) {
        getErrorName = SharedLibraries.function(library, "cuGetErrorName");
        getErrorString = SharedLibraries.function(library, "cuGetErrorString");
        version = version(SharedLibraries.function(library, "cuDriverGetVersion"));
        initialise = SharedLibraries.function(library, "cuInit");
        deviceGetCount = SharedLibraries.function(library, "cuDeviceGetCount");
        deviceGet = SharedLibraries.function(library, "cuDeviceGet");
        deviceGetName = SharedLibraries.function(library, "cuDeviceGetName");
        deviceTotalMem = SharedLibraries.function(library, "cuDeviceTotalMem_v2");
        deviceGetAttribute = SharedLibraries.function(library, "cuDeviceGetAttribute");
        primaryContextRetain = SharedLibraries.function(library, "cuDevicePrimaryCtxRetain");
        primaryContextRelease = SharedLibraries.function(library, "cuDevicePrimaryCtxRelease_v2");
        contextSetCurrent = SharedLibraries.function(library, "cuCtxSetCurrent");
        contextSynchronize = SharedLibraries.function(library, "cuCtxSynchronize");
        memGetInfo = SharedLibraries.function(library, "cuMemGetInfo_v2");
        memAlloc = SharedLibraries.function(library, "cuMemAlloc_v2");
        memFree = SharedLibraries.function(library, "cuMemFree_v2");
        memcpyHostToDevice = SharedLibraries.function(library, "cuMemcpyHtoD_v2");
        memcpyDeviceToHost = SharedLibraries.function(library, "cuMemcpyDtoH_v2");
        memset = SharedLibraries.function(library, "cuMemsetD8_v2");
        moduleLoad = SharedLibraries.function(library, "cuModuleLoadDataEx");
        moduleUnload = SharedLibraries.function(library, "cuModuleUnload");
        moduleGetFunction = SharedLibraries.function(library, "cuModuleGetFunction");
        launchKernel = new LaunchCall(SharedLibraries.function(library, "cuLaunchKernel"));
    }

    /**
     * Loads the library and initialises it.
     *
     * @param names to look for
     * @throws DriverException {@link Reason#NO_DRIVER}, {@link Reason#OLD_DRIVER}, {@link Reason#NO_DEVICE}
     */
    static CudaLibrary open(List<String> names) {
        CudaLibrary library = new CudaLibrary(SharedLibraries.open(Reason.NO_DRIVER, "CUDA's driver", names));
        library.check(invokeI(0, library.initialise), "cuInit");
        return library;
    }

    private int version(long driverGetVersion) {
        int found;
        try (MemoryStack stack = stackPush()) {
            var value = stack.mallocInt(1);
            check(invokePI(memAddress(value), driverGetVersion), "cuDriverGetVersion");
            found = value.get(0);
        }
        if (found < OLDEST) {
            throw new DriverException(
                    Reason.OLD_DRIVER,
                    "the driver offers CUDA " + words(found) + "; " + words(OLDEST) + " or newer is needed");
        }
        return found;
    }

    /** Of CUDA that the driver offers: "12.2". */
    String version() {
        return words(version);
    }

    private static String words(int version) {
        return version / 1000 + "." + version % 1000 / 10;
    }

    int devices() {
        try (MemoryStack stack = stackPush()) {
            var count = stack.mallocInt(1);
            check(invokePI(memAddress(count), deviceGetCount), "cuDeviceGetCount");
            return count.get(0);
        }
    }

    int device(int index) {
        try (MemoryStack stack = stackPush()) {
            var device = stack.mallocInt(1);
            check(invokePI(memAddress(device), index, deviceGet), "cuDeviceGet");
            return device.get(0);
        }
    }

    String name(int device) {
        try (MemoryStack stack = stackPush()) {
            ByteBuffer name = stack.calloc(256);
            check(invokePI(memAddress(name), name.capacity() - 1, device, deviceGetName), "cuDeviceGetName");
            return memUTF8(memAddress(name));
        }
    }

    long memory(int device) {
        try (MemoryStack stack = stackPush()) {
            var bytes = stack.mallocPointer(1);
            check(invokePI(memAddress(bytes), device, deviceTotalMem), "cuDeviceTotalMem");
            return bytes.get(0);
        }
    }

    int attribute(int attribute, int device) {
        try (MemoryStack stack = stackPush()) {
            var value = stack.mallocInt(1);
            check(invokePI(memAddress(value), attribute, device, deviceGetAttribute), "cuDeviceGetAttribute");
            return value.get(0);
        }
    }

    long retainContext(int device) {
        try (MemoryStack stack = stackPush()) {
            var context = stack.mallocPointer(1);
            check(invokePI(memAddress(context), device, primaryContextRetain), "cuDevicePrimaryCtxRetain");
            return context.get(0);
        }
    }

    void releaseContext(int device) {
        check(invokeI(device, primaryContextRelease), "cuDevicePrimaryCtxRelease");
    }

    void use(long context) {
        check(invokePI(context, contextSetCurrent), "cuCtxSetCurrent");
    }

    void finish() {
        check(invokeI(contextSynchronize), "cuCtxSynchronize");
    }

    long freeMemory() {
        try (MemoryStack stack = stackPush()) {
            var free = stack.mallocPointer(1);
            var total = stack.mallocPointer(1);
            check(invokePPI(memAddress(free), memAddress(total), memGetInfo), "cuMemGetInfo");
            return free.get(0);
        }
    }

    long allocate(long bytes) {
        try (MemoryStack stack = stackPush()) {
            var address = stack.mallocPointer(1);
            check(invokePPI(memAddress(address), bytes, memAlloc), "cuMemAlloc of " + bytes + " bytes");
            return address.get(0);
        }
    }

    void free(long address) {
        check(invokePI(address, memFree), "cuMemFree");
    }

    void write(long address, ByteBuffer from) {
        check(
                invokePPPI(address, memAddress(from), (long) from.remaining(), memcpyHostToDevice),
                "cuMemcpyHtoD of " + from.remaining() + " bytes");
    }

    void read(long address, ByteBuffer into) {
        check(
                invokePPPI(memAddress(into), address, (long) into.remaining(), memcpyDeviceToHost),
                "cuMemcpyDtoH of " + into.remaining() + " bytes");
    }

    void clear(long address, long bytes) {
        check(invokePPI(address, 0, bytes, memset), "cuMemsetD8 of " + bytes + " bytes");
    }

    /**
     * A module of PTX, which the driver translates for its device.
     *
     * @throws DriverException with the driver's log
     */
    long load(String ptx, String name) {
        try (MemoryStack stack = stackPush()) {
            ByteBuffer image = MemoryUtil.memASCII(ptx);
            ByteBuffer errors = stack.calloc(LOG_BYTES);
            ByteBuffer infos = stack.calloc(LOG_BYTES);
            try {
                var module = stack.mallocPointer(1);
                var options = stack.ints(ERROR_LOG_BYTES, ERROR_LOG, INFO_LOG_BYTES, INFO_LOG);
                var values = stack.pointers(LOG_BYTES - 1, memAddress(errors), LOG_BYTES - 1, memAddress(infos));
                int result = invokePPPPI(
                        memAddress(module),
                        memAddress(image),
                        options.remaining(),
                        memAddress(options),
                        memAddress(values),
                        moduleLoad);
                check(result, "cuModuleLoadDataEx of " + name, log(errors) + log(infos));
                return module.get(0);
            } finally {
                MemoryUtil.memFree(image);
            }
        }
    }

    private static String log(ByteBuffer text) {
        String words = memASCII(memAddress(text)).strip();
        return words.isEmpty() ? "" : "\n" + words;
    }

    void unload(long module) {
        check(invokePI(module, moduleUnload), "cuModuleUnload");
    }

    long function(long module, String name) {
        try (MemoryStack stack = stackPush()) {
            var function = stack.mallocPointer(1);
            int result = invokePPPI(memAddress(function), module, memAddress(stack.ASCII(name)), moduleGetFunction);
            check(result, "cuModuleGetFunction of " + name);
            return function.get(0);
        }
    }

    /** Arguments: the address of an array with the address of each. */
    void launch(long function, String name, int groups, int groupSize, long arguments) {
        check(launchKernel.call(function, groups, groupSize, arguments), "cuLaunchKernel of " + name);
    }

    private void check(int result, String call) {
        check(result, call, "");
    }

    private void check(int result, String call, String log) {
        if (result != 0) {
            throw CudaErrors.exception(
                    call,
                    result,
                    words(result, getErrorName, "an error unknown to it"),
                    words(result, getErrorString, "no text") + log);
        }
    }

    private static String words(int result, long function, String otherwise) {
        try (MemoryStack stack = stackPush()) {
            var text = stack.callocPointer(1);
            boolean known = invokePI(result, memAddress(text), function) == 0 && text.get(0) != 0;
            return known ? memASCII(text.get(0)) : otherwise;
        }
    }
}
