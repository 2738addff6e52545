package org.crease.benchmarks.gpu;

import java.util.List;
import java.util.Locale;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;

/**
 * What a device was measured to do at most: the best of several launches.
 *
 * @param bytes read and written a second by a copy
 * @param doubles products and sums in double precision a second, each an operation of its own; 0 without double precision
 * @param floats products and sums in single precision a second, fused
 */
record Ceilings(double bytes, double doubles, double floats) {
    private static final int GROUP = 256;
    private static final int OPERATIONS = 2 * 8 * 512; // an item, as in ceilings.c
    private static final int LAUNCHES = 7;

    /** What a kernel is limited by. */
    enum Kind {
        BYTES("a copy"),
        DOUBLES("double sums"),
        FLOATS("float products");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "copy            %.1f GB/s, read and written", bytes / 1e9),
                String.format(
                        Locale.ROOT, "double sums     %.1f G operations/s, products and sums apart", doubles / 1e9),
                String.format(Locale.ROOT, "float products  %.1f G operations/s, fused", floats / 1e9));
    }

    double of(Kind kind) {
        return switch (kind) {
            case BYTES -> bytes;
            case DOUBLES -> doubles;
            case FLOATS -> floats;
        };
    }

    static Ceilings of(SharedDevice device) throws InterruptedException {
        return device.use(Ceilings::measured);
    }

    private static Ceilings measured(Workspace space) {
        DeviceInfo info = space.info();
        boolean card = info.kind() == DeviceInfo.Kind.GPU;
        int groups = info.units() * (card ? 64 : 4);
        long count = Math.min(card ? 1L << 28 : 1L << 25, Math.min(space.freeMemory() / 16, info.largestBlock() / 8));
        Memory from = space.allocate(Float.BYTES * count);
        Memory to = space.allocate(Float.BYTES * count);
        from.clear();
        double bytes = 2.0
                * Float.BYTES
                * count
                / seconds(space, "ceiling_copy", groups, Argument.of(from), Argument.of(to), Argument.of(count));
        double operations = (double) groups * GROUP * OPERATIONS;
        double doubles = info.doubles()
                ? operations
                        / seconds(
                                space,
                                "ceiling_double",
                                groups,
                                Argument.of(to),
                                Argument.of(0.999),
                                Argument.of(0.001))
                : 0;
        double floats = operations
                / seconds(space, "ceiling_float", groups, Argument.of(to), Argument.of(0.999f), Argument.of(0.001f));
        return new Ceilings(bytes, doubles, floats);
    }

    private static double seconds(Workspace space, String name, int groups, Argument... arguments) {
        Function kernel = space.function("ceilings", name);
        double best = Double.POSITIVE_INFINITY;
        for (int launch = 0; launch < LAUNCHES; launch++) {
            long start = System.nanoTime();
            kernel.launch(groups, GROUP, arguments);
            space.finish();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        return best;
    }
}
