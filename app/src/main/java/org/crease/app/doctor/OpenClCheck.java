package org.crease.app.doctor;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.terminal.Numbers;
import org.crease.gpu.DriverReport;
import org.crease.gpu.driver.DeviceInfo;

/** What an OpenCL device can do: probe, if it is not a processor by itself. None trains. */
final class OpenClCheck implements Check {
    private static final String NAME = "OpenCL";

    private final String name;
    private final DeviceInfo device;

    private OpenClCheck(String name, DeviceInfo device) {
        this.name = name;
        this.device = device;
    }

    /** A check for each device; where there is none, one that says why. */
    static List<Check> of(DriverReport report) {
        if (report.devices().isEmpty()) {
            return List.of(() -> Result.missing(NAME, "none: " + report.problem(), "Not needed: all runs on the CPU.")
                    .with("problem", report.problem()));
        }
        List<Check> checks = new ArrayList<>();
        for (DeviceInfo device : report.devices()) {
            String name = report.devices().size() == 1 ? NAME : NAME + " " + device.index();
            checks.add(new OpenClCheck(name, device));
        }
        return checks;
    }

    @Override
    public Result look() {
        boolean card = device.kind() == DeviceInfo.Kind.GPU;
        Result result = Result.ok(
                        name,
                        device.name() + ": " + (card ? "probes" : "probes where asked to, by --kernels opencl") + " ("
                                + device.version() + ", " + Numbers.bytes(device.memory()) + ")")
                .with("name", device.name())
                .with("version", device.version())
                .with("memory", device.memory())
                .with("kind", device.kind().name())
                .with("trains", false)
                .with("probes", true);
        return card ? result : result.advising("No graphics card: by itself, Crease computes without OpenCL here.");
    }
}
