package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Beside the map of the JDK. */
class LongIntMapProperties {

    @Property(tries = 100)
    void keysHaveTheirValues(@ForAll long seed) {
        Random random = new Random(seed);
        LongIntMap map = new LongIntMap();
        Map<Long, Integer> expected = new HashMap<>();
        for (int k = 0; k < 2000; k++) {
            long key = random.nextBoolean() ? random.nextInt(700) : random.nextLong() >>> 1;
            int value = random.nextBoolean() ? k : Integer.MAX_VALUE - k;
            if (random.nextBoolean()) {
                map.put(key, value);
                expected.put(key, value);
            } else {
                int known = map.putIfAbsent(key, value);
                assertThat(known).isEqualTo(absentIfNull(expected.putIfAbsent(key, value)));
            }
            assertThat(map.size()).isEqualTo(expected.size());
        }
        expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
        assertThat(map.get(Long.MAX_VALUE)).isEqualTo(absentIfNull(expected.get(Long.MAX_VALUE)));
    }

    private static int absentIfNull(@Nullable Integer value) {
        return value == null ? LongIntMap.ABSENT : value;
    }
}
