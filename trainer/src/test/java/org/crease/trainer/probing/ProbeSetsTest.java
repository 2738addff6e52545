package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.trainer.config.ProbeSetConfig;
import org.crease.trainer.data.Split;
import org.crease.trainer.data.Task;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ProbeSetsTest {
    private static final Streams STREAMS = new Streams(4);

    /** Input i is (i, -i). */
    private static Split split(int size, IntUnaryOperator label) {
        INDArray inputs = Nd4j.zeros(size, 2);
        for (int i = 0; i < size; i++) {
            inputs.putScalar(i, 0, i);
            inputs.putScalar(i, 1, -i);
        }
        return new Split(
                inputs, Nd4j.zeros(size, 1), IntStream.range(0, size).map(label).toArray());
    }

    private static Task task(Split train, Split test) {
        return new Task(
                "made",
                train,
                test,
                new long[] {2},
                Task.Kind.NUMBERS,
                1,
                true,
                List.of("y"),
                List.of(),
                null,
                Map.of(),
                List.of());
    }

    private static ProbeSet draw(int size, ProbeSetConfig.Split from, boolean balanced, Task task) {
        return ProbeSets.draw(new ProbeSetConfig(size, from, balanced), task, STREAMS);
    }

    @Test
    void idsAreSortedPositionsInTheSplit() {
        Task task = task(split(50, i -> i % 3), split(40, i -> i % 2));
        ProbeSet drawn = draw(12, ProbeSetConfig.Split.TEST, true, task);
        assertThat(drawn.ids()).hasSize(12).doesNotHaveDuplicates().isSorted();
        for (int i = 0; i < drawn.size(); i++) {
            assertThat(drawn.ids()[i]).isBetween(0, 39);
            assertThat(drawn.inputs().getDouble(i, 0)).isEqualTo(drawn.ids()[i]);
            assertThat(drawn.inputs().getDouble(i, 1)).isEqualTo(-drawn.ids()[i]);
            assertThat(drawn.labels()[i]).isEqualTo(drawn.ids()[i] % 2);
        }
        assertThat(draw(50, ProbeSetConfig.Split.TRAIN, true, task).ids())
                .containsExactly(IntStream.range(0, 50).toArray());
    }

    @Test
    void everyClassGivesEquallyManyAsLongAsItHasThem() {
        Split rare = split(100, i -> i < 3 ? 0 : i % 2 + 1);
        ProbeSet drawn = draw(23, ProbeSetConfig.Split.TEST, true, task(rare, rare));
        long[] counts = new long[3];
        Arrays.stream(drawn.labels()).forEach(label -> counts[label]++);
        assertThat(counts).containsExactly(3, 10, 10);
    }

    @Test
    void withoutBalanceClassesDoNotCount() {
        Split rare = split(1000, i -> i < 10 ? 0 : 1);
        ProbeSet drawn = draw(100, ProbeSetConfig.Split.TEST, false, task(rare, rare));
        assertThat(Arrays.stream(drawn.labels()).filter(label -> label == 0).count())
                .isLessThan(8);
    }

    @Test
    void aSplitSmallerThanTheProbeSetIsTakenWhole() {
        Split small = split(7, i -> -1);
        assertThat(draw(200, ProbeSetConfig.Split.TEST, true, task(small, small))
                        .ids())
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherOthers() {
        Task task = task(split(50, i -> 0), split(500, i -> i % 3));
        int[] ids = draw(20, ProbeSetConfig.Split.TEST, true, task).ids();
        assertThat(draw(20, ProbeSetConfig.Split.TEST, true, task).ids()).containsExactly(ids);
        ProbeSetConfig config = new ProbeSetConfig(20, ProbeSetConfig.Split.TEST, true);
        assertThat(ProbeSets.draw(config, task, new Streams(5)).ids()).isNotEqualTo(ids);
    }
}
