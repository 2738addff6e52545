package org.crease.runlog.npy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.probes.Array;

class ArrayZipProperties {
    @Property(tries = 100)
    void anyArrayIsReadBackBitForBit(@ForAll("arrays") Array array) throws IOException {
        Path file = Files.createTempFile("crease", ".npz");
        try {
            Npz.write(file, Map.of("a", array, "b", array));
            assertThat(Npz.read(file)).isEqualTo(Map.of("a", array, "b", array));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Provide
    Arbitrary<Array> arrays() {
        Arbitrary<Integer> count = Arbitraries.of(0, 1, 7, 8191, 8192, 8193, 16384, 16385, 65536, 65537);
        return count.flatMap(n -> Arbitraries.longs()
                .flatMap(seed -> Arbitraries.of(0, 1, 2, 3, 4).map(type -> new Array(data(type, n, seed), 1, n))));
    }

    private static Object data(int type, int count, long seed) {
        Random random = new Random(seed);
        Object data = switch (type) {
            case 0 -> new byte[count];
            case 1 -> new int[count];
            case 2 -> new long[count];
            case 3 -> new float[count];
            default -> new double[count];
        };
        for (int i = 0; i < count; i++) {
            long bits = random.nextLong();
            switch (type) {
                case 0 -> ((byte[]) data)[i] = (byte) bits;
                case 1 -> ((int[]) data)[i] = (int) bits;
                case 2 -> ((long[]) data)[i] = bits;
                case 3 -> ((float[]) data)[i] = Float.intBitsToFloat((int) bits);
                default -> ((double[]) data)[i] = Double.longBitsToDouble(bits);
            }
        }
        return data;
    }
}
