package org.crease.app.homology.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatsTest {

    @Test
    void numbersAddedOneByOneAndManyAtOnceComeOutInOrder() {
        Random random = new Random(1);
        float[] expected = new float[700_000]; // more than the largest piece holds
        for (int k = 0; k < expected.length; k++) {
            expected[k] = k;
        }
        Floats floats = new Floats();
        int at = 0;
        while (at < expected.length) {
            int count = Math.min(random.nextInt(5000), expected.length - at);
            if (count % 2 == 0) {
                floats.add(Arrays.copyOfRange(expected, at, at + count + 1), count); // the last is not to be taken
                at += count;
            } else {
                floats.add(expected[at++]);
            }
        }
        assertThat(floats.size()).isEqualTo(expected.length);
        assertThat(floats.toArray()).containsExactly(expected);
    }
}
