package org.crease.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crease.trainer.network.Backend;

/** What figures depend on besides the code. */
public final class Conditions {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Conditions() {}

    /** A line a condition, to stand above a table. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>(machine());
        lines.add("arithmetic " + (Backend.hasOneDnn() ? "ND4J with oneDNN" : "ND4J") + ", OMP_NUM_THREADS="
                + System.getenv("OMP_NUM_THREADS"));
        return lines;
    }

    /** Those that need nothing of ND4J. */
    public static List<String> machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return List.of(
                "date       " + LocalDate.now(ZoneOffset.UTC),
                "processor  " + processor() + ", " + system.getAvailableProcessors() + " cores",
                "load       " + String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage())
                        + " at the start (mean of the last minute)",
                "java       " + System.getProperty("java.vendor") + " " + Runtime.version());
    }

    private static String processor() {
        if (!Files.isReadable(PROCESSOR)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch") + " (" + e.getMessage() + ")";
        }
    }
}
