package org.crease.app.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** OpenCL drivers (installable client drivers) and, where clinfo is installed, their devices. */
final class OpenClCheck implements Check {

    private static final Pattern DRIVER = Pattern.compile(".+\\.icd");

    private final Machine machine;

    OpenClCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        List<String> drivers = Machine.matching(machine.root().resolve("etc/OpenCL/vendors"), DRIVER).stream()
                .map(Path::getFileName)
                .map(String::valueOf)
                .toList();
        List<String> devices = machine.programs().ask("clinfo", "-l").orElse(List.of()).stream()
                .filter(line -> line.contains("Device #"))
                .map(line -> line.substring(line.indexOf("Device #")).strip())
                .toList();
        Result result;
        if (!devices.isEmpty()) {
            result = Result.ok("OpenCL", String.join("; ", devices));
        } else if (drivers.isEmpty()) {
            result = Result.missing("OpenCL", "none found", "Not needed: all runs on the CPU.");
        } else {
            result = Result.ok("OpenCL", "drivers " + String.join(", ", drivers))
                    .advising("Install clinfo to see their devices here.");
        }
        return result.with("drivers", drivers).with("devices", devices);
    }
}
