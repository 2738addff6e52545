package org.crease.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.trainer.data.Split;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Samples are told apart by their values: sample i is the image of the numbers from 6 i on, its target is 10 i. */
class BatchesTest {
    private static final int SAMPLES = 11;
    private static final int BATCH = 4;

    private static Split split() {
        INDArray inputs = Nd4j.createFromArray(floats(6 * SAMPLES, 1)).reshape('c', SAMPLES, 1, 2, 3);
        INDArray targets = Nd4j.createFromArray(floats(SAMPLES, 10)).reshape('c', SAMPLES, 1);
        return new Split(inputs, targets, new int[SAMPLES]);
    }

    private static float[] floats(int n, int step) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) i * step;
        }
        return values;
    }

    private static List<Integer> samples(Batches batches, int epoch) {
        List<Integer> seen = new ArrayList<>();
        for (int index = 0; index < batches.perEpoch(); index++) {
            DataSet batch = batches.batch(epoch, index);
            for (int i = 0; i < batch.numExamples(); i++) {
                int sample = batch.getLabels().getInt(i, 0) / 10;
                float[] image = batch.getFeatures().slice(i).dup('c').data().asFloat();
                assertThat(image).containsExactly(floatsFrom(6 * sample));
                seen.add(sample);
            }
        }
        return seen;
    }

    private static float[] floatsFrom(int first) {
        float[] values = new float[6];
        for (int i = 0; i < 6; i++) {
            values[i] = first + i;
        }
        return values;
    }

    @Test
    void anEpochHoldsEverySampleOnceAndItsOwnTarget() {
        Batches batches = new Batches(split(), BATCH, new Streams(1));
        assertThat(batches.perEpoch()).isEqualTo(3);
        assertThat(batches.batch(0, 0).getFeatures().shape()).containsExactly(BATCH, 1, 2, 3);
        assertThat(batches.batch(0, 2).getFeatures().shape()).containsExactly(3, 1, 2, 3);
        assertThat(samples(batches, 0))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SAMPLES).boxed().toList());
    }

    @Test
    void anEpochsOrderDependsOnItsNumberAlone() {
        Batches batches = new Batches(split(), BATCH, new Streams(1));
        List<Integer> first = samples(batches, 0);
        assertThat(samples(batches, 1)).isNotEqualTo(first);
        assertThat(samples(batches, 0)).isEqualTo(first);
        assertThat(samples(new Batches(split(), BATCH, new Streams(2)), 0)).isNotEqualTo(first);
    }

    @Test
    void rowsOfAViewAreFoundWhereTheViewBegins() {
        INDArray all = Nd4j.createFromArray(floats(20, 1)).reshape('c', 10, 2);
        INDArray view = all.get(NDArrayIndex.interval(4, 10));
        INDArray gathered = new RowGatherer(view).gather(new int[] {5, 0, 2}, 0, 2);
        assertThat(gathered.data().asFloat()).containsExactly(18, 19, 8, 9);
    }

    @Test
    void inputsThatAreTheirOwnTargetsAreGatheredApart() {
        INDArray inputs = Nd4j.createFromArray(floats(12, 1)).reshape('c', 6, 2);
        Batches batches = new Batches(new Split(inputs, inputs, new int[6]), BATCH, new Streams(1));
        DataSet batch = batches.batch(0, 1);
        assertThat(batch.getFeatures()).isEqualTo(batch.getLabels()).isNotSameAs(batch.getLabels());
    }
}
