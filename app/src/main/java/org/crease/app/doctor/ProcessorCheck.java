package org.crease.app.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Processor model, cores that Java may use, and the vector instructions that matrix kernels look for. */
final class ProcessorCheck implements Check {

    private static final List<String> TOLD = List.of(
            "sse4_2", "avx", "fma", "avx2", "avx512f", "avx512bw", "avx512_vnni", "amx_tile", "neon", "asimd", "sve");

    private final Machine machine;

    ProcessorCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> lines = machine.lines("proc/cpuinfo");
        String model = value(lines, "model name").orElseGet(this::macModel);
        Set<String> flags = new TreeSet<>(Arrays.asList(value(lines, "flags")
                .or(() -> value(lines, "Features"))
                .orElse("")
                .split(" ", -1)));
        List<String> features = TOLD.stream().filter(flags::contains).toList();
        String found = cores
                + (cores == 1 ? " core, " : " cores, ")
                + model
                + (features.isEmpty() ? "" : "; " + String.join(" ", features));
        return Result.ok("Processor", found)
                .with("model", model)
                .with("cores", cores)
                .with("features", features);
    }

    private String macModel() {
        return machine.programs()
                .ask("sysctl", "-n", "machdep.cpu.brand_string")
                .flatMap(lines -> lines.stream().findFirst())
                .orElse("model unknown");
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key) && line.contains(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}
