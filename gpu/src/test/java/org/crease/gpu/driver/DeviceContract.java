package org.crease.gpu.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.crease.gpu.driver.DriverException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every device does, whichever driver it is of. */
public abstract class DeviceContract {
    private static final String PRELUDE = prelude();

    private Device device;

    /** A device of its own for each test, or a skipped test that says what is missing. */
    protected abstract Device open();

    @BeforeEach
    void openDevice() {
        device = open();
    }

    @AfterEach
    void closeDevice() {
        if (device != null) {
            device.close();
        }
    }

    private static String prelude() {
        String text = KernelSource.of("distances").text();
        return text.substring(0, text.indexOf("#line 1"));
    }

    private static KernelSource source(String name, String text) {
        return new KernelSource(name, PRELUDE + "#line 1 \"" + name + ".c\"\n" + text);
    }

    private static ByteBuffer bytes(int count) {
        return ByteBuffer.allocateDirect(count).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer read(Memory memory) {
        ByteBuffer into = bytes((int) memory.bytes());
        memory.read(0, into);
        return into;
    }

    @Test
    void saysWhatItIs() {
        DeviceInfo info = device.info();
        assertThat(info.name()).isNotBlank();
        assertThat(info.version()).isNotBlank();
        assertThat(info.memory()).isPositive();
        assertThat(info.largestBlock()).isPositive().isLessThanOrEqualTo(info.memory());
        assertThat(info.units()).isPositive();
        assertThat(device.freeMemory()).isPositive().isLessThanOrEqualTo(info.memory());
    }

    @Test
    void whatWasWrittenIsReadBack() {
        try (Memory memory = device.allocate(16)) {
            memory.clear();
            ByteBuffer some = bytes(8).putInt(7).putInt(-3).position(4);
            memory.write(8, some);
            ByteBuffer all = read(memory);
            assertThat(new int[] {all.getInt(0), all.getInt(4), all.getInt(8), all.getInt(12)})
                    .containsExactly(0, 0, -3, 0);
            ByteBuffer part = bytes(4);
            memory.read(8, part);
            assertThat(part.getInt(0)).isEqualTo(-3);
        }
    }

    @Test
    void argumentsArriveInEveryType() {
        KernelSource source = source("types", """
                KERNEL types(GLOBAL i64 *out, i32 a, i64 b, float c, GLOBAL float *other) {
                    out[0] = a;
                    out[1] = b;
                    out[2] = (i64) (c * 1024.0f);
                    other[0] = c;
                }
                """);
        try (Program program = device.compile(source);
                Memory out = device.allocate(24);
                Memory other = device.allocate(4)) {
            program.function("types")
                    .launch(
                            1,
                            1,
                            Argument.of(out),
                            Argument.of(-5),
                            Argument.of(1L << 40),
                            Argument.of(0.5f),
                            Argument.of(other));
            ByteBuffer found = read(out);
            assertThat(found.getLong(0)).isEqualTo(-5);
            assertThat(found.getLong(8)).isEqualTo(1L << 40);
            assertThat(found.getLong(16)).isEqualTo(512);
            assertThat(read(other).getFloat(0)).isEqualTo(0.5f);
        }
    }

    @Test
    void doublesArriveWhereThereAreAny() {
        KernelSource source = source("doubles", """
                #ifdef HAS_DOUBLE
                KERNEL doubles(GLOBAL double *out, double a) {
                    out[ITEM] = a * a + ITEM;
                }
                #endif
                """);
        if (device.info().doubles()) {
            try (Program program = device.compile(source);
                    Memory out = device.allocate(16)) {
                program.function("doubles").launch(1, 2, Argument.of(out), Argument.of(0.1));
                assertThat(read(out).getDouble(8)).isEqualTo(0.1 * 0.1 + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 256})
    void itemsOfAGroupShareMemoryAndMeetAtBarriers(int size) {
        KernelSource source = source("reversed", """
                KERNEL reversed(GLOBAL i32 *out, i32 size, i32 rounds) {
                    SHARED i32 shared[256];
                    shared[ITEM] = (i32) GROUP * 1000 + ITEM;
                    for (int k = 0; k < rounds; k++) {
                        BARRIER();
                        i32 theirs = shared[(ITEM + 1) % size];
                        BARRIER();
                        shared[ITEM] = theirs;
                    }
                    out[GROUP * size + ITEM] = shared[ITEM] + 100000 * (i32) GROUPS;
                }
                """);
        int groups = 5;
        int rounds = 3;
        try (Program program = device.compile(source);
                Memory out = device.allocate(4L * groups * size)) {
            program.function("reversed").launch(groups, size, Argument.of(out), Argument.of(size), Argument.of(rounds));
            ByteBuffer found = read(out);
            for (int group = 0; group < groups; group++) {
                for (int item = 0; item < size; item++) {
                    assertThat(found.getInt(4 * (group * size + item)))
                            .isEqualTo(100000 * groups + 1000 * group + (item + rounds) % size);
                }
            }
        }
    }

    @Test
    void groupsAddUpInMemory() {
        KernelSource source = source("totals", """
                KERNEL totals(GLOBAL i32 *out) {
                    i32 number = (i32) GROUP * 64 + ITEM;
                    ATOMIC_ADD(&out[0], number);
                    ATOMIC_MIN(&out[1], -number);
                    ATOMIC_MAX(&out[2], number);
                    ATOMIC_XOR(&out[3], 1 << (number % 31));
                    if (ATOMIC_PUT(&out[4], 0, 1 + number) == 0) {
                        ATOMIC_ADD(&out[5], 1 + number);
                    }
                }
                """);
        try (Program program = device.compile(source);
                Memory out = device.allocate(24)) {
            out.clear();
            program.function("totals").launch(10, 64, Argument.of(out));
            device.finish();
            ByteBuffer found = read(out);
            assertThat(new int[] {found.getInt(0), found.getInt(4), found.getInt(8), found.getInt(12)})
                    .containsExactly(639 * 640 / 2, -639, 639, (1 << 20) - 1);
            assertThat(found.getInt(16))
                    .as("one puts its number, once")
                    .isPositive()
                    .isEqualTo(found.getInt(20));
        }
    }

    @Test
    void bitsAreCounted() {
        KernelSource source = source("bits", """
                KERNEL bits(GLOBAL i32 *out, u64 word, float number) {
                    out[0] = TRAILING_ZEROS(word);
                    out[1] = POPULATION(word);
                    out[2] = (i32) FLOAT_BITS(number);
                    out[3] = (i32) (BITS_FLOAT(FLOAT_BITS(number)) == number);
                }
                """);
        try (Program program = device.compile(source);
                Memory out = device.allocate(16)) {
            program.function("bits").launch(1, 1, Argument.of(out), Argument.of(0xF0F0L << 40), Argument.of(-1.5f));
            ByteBuffer found = read(out);
            assertThat(new int[] {found.getInt(0), found.getInt(4), found.getInt(8), found.getInt(12)})
                    .containsExactly(44, 8, Float.floatToRawIntBits(-1.5f), 1);
        }
    }

    @Test
    void productsAndSumsAreRoundedOneByOneUnlessToldNotTo() {
        KernelSource source = source("rounded", """
                KERNEL rounded(GLOBAL float *out, float a, float b) {
                    out[0] = a * a + b;
                    out[1] = fma(a, a, b);
                    out[2] = sqrt(a) / b;
                }
                """);
        float a = 1 + Math.ulp(1f) * 5;
        float b = -1;
        try (Program program = device.compile(source);
                Memory out = device.allocate(12)) {
            program.function("rounded").launch(1, 1, Argument.of(out), Argument.of(a), Argument.of(b));
            ByteBuffer found = read(out);
            assertThat(found.getFloat(0)).isEqualTo(a * a + b).isNotEqualTo(Math.fma(a, a, b));
            assertThat(found.getFloat(4)).isEqualTo(Math.fma(a, a, b));
            assertThat(found.getFloat(8)).isEqualTo((float) Math.sqrt(a) / b);
        }
    }

    @Test
    void t7_aKernelThatDoesNotCompileIsShownWithItsLog() {
        KernelSource source = source("broken", "KERNEL broken(GLOBAL i32 *out) {\n    out[0] = missing;\n}\n");
        assertThatThrownBy(() -> device.compile(source))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.COMPILATION))
                .message()
                .contains("broken", "missing")
                .matches("(?s).*broken\\.c[(:]2.*");
    }

    @Test
    void aKernelThatIsNotThereIsNamed() {
        try (Program program = device.compile(source("empty", "KERNEL empty(GLOBAL i32 *out) { out[0] = 1; }\n"))) {
            assertThatThrownBy(() -> program.function("absent"))
                    .isInstanceOf(DriverException.class)
                    .hasMessageContaining("absent")
                    .hasMessageContaining("empty");
        }
    }

    @Test
    void moreMemoryThanThereIsIsRefusedAndTheDeviceGoesOn() {
        assertThatThrownBy(() -> device.allocate(1L << 50))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OUT_OF_MEMORY));
        try (Memory memory = device.allocate(4)) {
            memory.clear();
            assertThat(read(memory).getInt(0)).isZero();
        }
    }

    @Test
    void memoryClosedTwiceIsClosedOnce() {
        Memory memory = device.allocate(1000);
        memory.close();
        memory.close();
        assertThat(device.freeMemory()).isPositive();
    }
}
