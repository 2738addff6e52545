package org.crease.gpu.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.Platform;

/**
 * Devices that OpenCL's loader finds. Its library is looked for when devices are first asked for. Graphics cards come first;
 * otherwise platforms and their devices are in the loader's order.
 */
public final class OpenClDriver implements Driver {
    private static final int NO_PLATFORM = -1001;

    /** A device and where it is. */
    private record Place(long platform, long device, DeviceInfo info) {}

    @Override
    public String name() {
        return "OpenCL";
    }

    @Override
    public List<DeviceInfo> devices() {
        return places().stream().map(Place::info).toList();
    }

    @Override
    public Device open(DeviceInfo device) {
        Place place = places().stream()
                .filter(found -> found.info().equals(device))
                .findFirst()
                .orElseThrow(() -> new DriverException(Reason.NO_DEVICE, "OpenCL no longer has " + device.name()));
        return new OpenClDevice(place.platform(), place.device(), place.info());
    }

    private static List<Place> places() {
        requireLibrary();
        List<DeviceQuery> found = new ArrayList<>();
        List<Long> platforms = platforms();
        for (long platform : platforms) {
            for (long device : devices(platform)) {
                found.add(new DeviceQuery(platform, device));
            }
        }
        if (found.isEmpty()) {
            throw new DriverException(
                    Reason.NO_DEVICE,
                    platforms.isEmpty()
                            ? "OpenCL's loader finds no platform"
                            : "none of OpenCL's platforms has a device: " + names(platforms));
        }
        requireModern(found);
        found.sort(Comparator.comparing(DeviceQuery::kind));
        List<Place> places = new ArrayList<>();
        for (DeviceQuery query : found) {
            places.add(new Place(query.platform(), query.device(), query.info(places.size())));
        }
        return places;
    }

    /** Leaves out what is too old for our kernels. */
    private static void requireModern(List<DeviceQuery> found) {
        String old = found.stream()
                .filter(query -> !OpenClVersion.of(query.version()).isEnough())
                .map(query -> query.name() + " offers " + query.version())
                .collect(Collectors.joining("; "));
        found.removeIf(query -> !OpenClVersion.of(query.version()).isEnough());
        if (found.isEmpty()) {
            throw new DriverException(Reason.OLD_DRIVER, old + "; OpenCL 1.2 or newer is needed");
        }
    }

    private static String names(List<Long> platforms) {
        return String.join(
                ", ", platforms.stream().map(DeviceQuery::platformName).toList());
    }

    /** Linux has the loader under its version's name where nobody compiles against it; a missing one is told once, by us. */
    private static void requireLibrary() {
        if (Platform.get() == Platform.LINUX && Configuration.OPENCL_LIBRARY_NAME.get() == null) {
            Configuration.OPENCL_LIBRARY_NAME.set("libOpenCL.so.1");
        }
        if (Configuration.DEBUG_STREAM.get() == null) {
            Configuration.DEBUG_STREAM.set(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
        }
        try {
            CL.getICD();
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new DriverException(Reason.NO_DRIVER, "OpenCL's library (libOpenCL) is not on this machine", e);
        }
    }

    private static List<Long> platforms() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1);
            int answer = CL10.clGetPlatformIDs(null, count);
            if (answer == NO_PLATFORM || (answer == CL10.CL_SUCCESS && count.get(0) == 0)) {
                return List.of();
            }
            Answers.require(answer, "clGetPlatformIDs");
            PointerBuffer platforms = stack.mallocPointer(count.get(0));
            Answers.require(CL10.clGetPlatformIDs(platforms, (IntBuffer) null), "clGetPlatformIDs");
            return list(platforms);
        }
    }

    private static List<Long> devices(long platform) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer count = stack.mallocInt(1);
            int answer = CL10.clGetDeviceIDs(platform, CL10.CL_DEVICE_TYPE_ALL, null, count);
            if (answer == CL10.CL_DEVICE_NOT_FOUND || (answer == CL10.CL_SUCCESS && count.get(0) == 0)) {
                return List.of();
            }
            Answers.require(answer, "clGetDeviceIDs");
            PointerBuffer devices = stack.mallocPointer(count.get(0));
            Answers.require(
                    CL10.clGetDeviceIDs(platform, CL10.CL_DEVICE_TYPE_ALL, devices, (IntBuffer) null),
                    "clGetDeviceIDs");
            return list(devices);
        }
    }

    private static List<Long> list(PointerBuffer pointers) {
        List<Long> list = new ArrayList<>();
        for (int k = 0; k < pointers.capacity(); k++) {
            list.add(pointers.get(k));
        }
        return list;
    }
}
