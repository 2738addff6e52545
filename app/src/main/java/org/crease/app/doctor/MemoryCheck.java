package org.crease.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.crease.app.terminal.Numbers;

/** Memory of the machine (or of the container we are in), and Java's share of it. */
final class MemoryCheck implements Check {

    private static final long LITTLE = 2L << 30;

    private final Machine machine;

    MemoryCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Result look() {
        long total =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long heap = Runtime.getRuntime().maxMemory();
        OptionalLong available = available();
        String found = Numbers.bytes(total)
                + (available.isPresent() ? ", " + Numbers.bytes(available.getAsLong()) + " available" : "")
                + "; Java's heap up to " + Numbers.bytes(heap);
        Result result = total < LITTLE
                ? Result.problem("Memory", found, "Training on images needs about 2 GiB.")
                : Result.ok("Memory", found);
        result = result.with("total", total).with("heap", heap);
        return available.isPresent() ? result.with("available", available.getAsLong()) : result;
    }

    private OptionalLong available() {
        return machine.lines("proc/meminfo").stream()
                .filter(line -> line.matches("MemAvailable:\\s+[0-9]{1,15} kB"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
