package org.crease.app.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** NVIDIA devices, found without loading anything of theirs. */
final class CudaCheck implements Check {

    private static final List<String> FOLDERS = List.of(
            "usr/lib/x86_64-linux-gnu",
            "usr/lib/aarch64-linux-gnu",
            "usr/lib64",
            "usr/lib",
            "usr/local/nvidia/lib64",
            "usr/lib/wsl/lib");
    private static final Pattern DRIVER = Pattern.compile("libcuda\\.so(\\.1)?");
    private static final double OLDEST = 3.7;
    private static final double NEWEST = 8.6;

    private final Machine machine;

    CudaCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        Optional<List<String>> devices = machine.programs()
                .ask("nvidia-smi", "--query-gpu=name,compute_cap,memory.total,driver_version", "--format=csv,noheader");
        if (devices.isPresent() && !devices.get().isEmpty()) {
            return found(devices.get());
        }
        boolean driver = machine.find(FOLDERS, DRIVER).isPresent();
        return Result.missing(
                        "CUDA",
                        driver ? "driver library found, no device" : "none found",
                        "Not needed: all runs on the CPU.")
                .with("driver", driver)
                .with("devices", List.of());
    }

    private static Result found(List<String> devices) {
        Result result = Result.ok("CUDA", String.join("; ", devices))
                .with("driver", true)
                .with("devices", devices);
        boolean served = devices.stream().anyMatch(CudaCheck::served);
        return served
                ? result
                : result.advising("Deeplearning4j's CUDA backend has code for compute capability 3.7 to 8.6 alone:"
                        + " it cannot train here. Training uses the CPU.");
    }

    private static boolean served(String device) {
        String[] fields = device.split(",", -1);
        String capability = fields.length > 1 ? fields[1].strip() : "";
        if (!capability.matches("[0-9]{1,2}\\.[0-9]")) {
            return false;
        }
        double value = Double.parseDouble(capability);
        return value >= OLDEST && value <= NEWEST;
    }
}
