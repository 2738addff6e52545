package org.crease.benchmarks.gpu;

import java.util.ArrayList;
import java.util.List;
import org.crease.gpu.DriverReport;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Driver;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.KernelException;

/** The device that is measured, whole and launch by launch. */
record MeasuredDevice(TimedDevice timed, SharedDevice shared) implements AutoCloseable {

    /** A line a device, or why a driver has none. */
    static List<String> found() {
        List<String> lines = new ArrayList<>();
        for (DriverReport report : DriverReport.all()) {
            report.devices()
                    .forEach(info -> lines.add(info + ", " + info.version() + ", " + (info.memory() >> 20) + " MiB, "
                            + info.units() + " units"));
            if (report.devices().isEmpty()) {
                lines.add(report.problem());
            }
        }
        return lines;
    }

    /**
     * Opens a device.
     *
     * @param wanted auto for the first card, or the name of a driver
     * @throws KernelException when there is none
     */
    static MeasuredDevice open(String wanted) {
        for (Driver driver : DriverReport.drivers()) {
            for (DeviceInfo info : DriverReport.of(driver).devices()) {
                boolean card = wanted.equals("auto") && info.kind() == DeviceInfo.Kind.GPU;
                if (card || driver.name().equalsIgnoreCase(wanted)) {
                    TimedDevice timed = new TimedDevice(driver.open(info));
                    return new MeasuredDevice(timed, new SharedDevice(timed));
                }
            }
        }
        throw new KernelException("no device for --device " + wanted
                + (wanted.equals("auto") ? "; a processor that OpenCL offers is taken with --device opencl" : ""));
    }

    @Override
    public void close() {
        shared.close();
    }
}
