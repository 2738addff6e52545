package org.crease.gpu.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.crease.gpu.driver.Device;
import org.crease.gpu.simulated.SmallDevice;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.KernelException;
import org.crease.probes.rank.CodewordHash;
import org.crease.probes.rank.CodewordKernel;
import org.crease.probes.rank.CodewordKernel.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What codewords from a device must be: those of the definition, with the hashes of {@link CodewordHash}. */
abstract class CodewordContract {
    private static final float[] SPECIAL = {
        0,
        -0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        Float.MIN_NORMAL,
        -1
    };

    /** The device to be tested. */
    abstract SharedDevice device();

    /** The same, opened once more. */
    abstract Device open();

    @ParameterizedTest
    @CsvSource({"1,1", "3,63", "2,64", "5,65", "1,256", "7,257", "300,10", "40,2000"})
    void codewordsAreThoseByDefinition(int inputs, int units) throws InterruptedException {
        requireByDefinition(new DeviceCodewords(device()), inputs, units);
    }

    @Test
    void inputsThatDoNotFitTogetherAreTakenGroupByGroup() throws InterruptedException {
        try (SharedDevice small = new SharedDevice(new SmallDevice(open(), 10_000))) {
            requireByDefinition(new DeviceCodewords(small), 31, 400);
        }
    }

    @Test
    void aDeviceTooSmallForOneInputFails() {
        try (SharedDevice small = new SharedDevice(new SmallDevice(open(), 1_000))) {
            assertThatThrownBy(() -> requireByDefinition(new DeviceCodewords(small), 2, 400))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("400 units");
        }
    }

    @Test
    void noInputsHaveNoCodewords() throws InterruptedException {
        assertThat(new DeviceCodewords(device()).codes(new float[0], 3).hashes())
                .isEmpty();
    }

    private static void requireByDefinition(CodewordKernel kernel, int inputs, int units) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(inputs + 31L * units);
        float[] values = new float[inputs * units];
        for (int k = 0; k < values.length; k++) {
            values[k] =
                    random.nextInt(5) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : (float) random.nextGaussian();
        }
        long[] entering = random.longs(inputs).toArray();
        Codes codes = kernel.codes(values, units, entering);
        int words = CodewordKernel.words(units);
        for (int input = 0; input < inputs; input++) {
            BitSet pattern = new BitSet();
            for (int unit = 0; unit < units; unit++) {
                pattern.set(unit, values[input * units + unit] > 0);
            }
            long[] own = Arrays.copyOfRange(codes.words(), input * words, (input + 1) * words);
            assertThat(BitSet.valueOf(own)).as("codeword of input %s", input).isEqualTo(pattern);
            assertThat(codes.hashes()[input]).isEqualTo(CodewordHash.behind(entering[input], pattern, units));
            assertThat(codes.locals()[input]).isEqualTo(CodewordHash.behind(0, pattern, units));
        }
    }
}
