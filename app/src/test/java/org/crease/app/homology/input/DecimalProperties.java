package org.crease.app.homology.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Every number is read as Java's own parser reads it. */
class DecimalProperties {

    private static void assertReadAsJavaDoes(String text) throws IOException {
        float expected = Float.parseFloat(text);
        if (Float.isFinite(expected)) {
            assertThat(TextNumbersTest.lines(text)).as(text).containsExactly(List.of(expected));
        }
    }

    @Property
    void floatsAndDoublesInFull(@ForAll int bits, @ForAll double value) throws IOException {
        assertReadAsJavaDoes(Float.toString(Float.intBitsToFloat(bits)));
        assertReadAsJavaDoes(Double.toString(value));
    }

    @Property
    void digitsAndExponents(@ForAll long digits, @ForAll @IntRange(min = -70, max = 50) int exponent)
            throws IOException {
        assertReadAsJavaDoes(digits + "e" + exponent);
        assertReadAsJavaDoes(digits + ".000" + Math.abs(digits / 3) + "E" + exponent);
    }

    /** The middle of two floats, where rounding is decided by the last digit, however far behind. */
    @Property
    void middlesOfTwoFloats(
            @ForAll @IntRange(min = 0x00000001, max = 0x7f7ffffe) int bits,
            @ForAll @LongRange(min = 0, max = 9) long tail)
            throws IOException {
        BigDecimal middle = new BigDecimal(Float.intBitsToFloat(bits))
                .add(new BigDecimal(Float.intBitsToFloat(bits + 1)))
                .divide(BigDecimal.valueOf(2));
        String text = middle.toPlainString();
        assertReadAsJavaDoes(text);
        assertReadAsJavaDoes(text + (text.indexOf('.') < 0 ? ".0" : "") + "000" + tail);
        assertReadAsJavaDoes(middle.toString());
    }
}
