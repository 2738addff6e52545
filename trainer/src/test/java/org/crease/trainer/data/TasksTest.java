package org.crease.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.DataConfig.Shape;
import org.crease.trainer.config.TargetConfig;
import org.crease.trainer.config.TargetConfig.Quantity;
import org.crease.trainer.config.TaskConfig;
import org.crease.trainer.config.TaskConfig.Scaling;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Table;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class TasksTest {
    private static final DataConfig MOONS = new DataConfig.Toy(Shape.TWO_MOONS, 200, 0.1, null, null, null);
    private static final DataConfig DIGITS = new DataConfig.Dataset("digits", 100, 50);
    private static final TargetConfig CLASS = new TargetConfig.ClassLabel();
    private static final DatasetLibrary LIBRARY = DatasetLibrary.standard();

    @TempDir
    Path folder;

    @Test
    void aClassTaskHasOneHotTargets() {
        Task task = load(MOONS, CLASS, Scaling.NONE);
        assertThat(task.kind()).isEqualTo(Task.Kind.CLASSES);
        assertThat(task.continuous()).isFalse();
        assertThat(task.outputs()).isEqualTo(2);
        assertThat(task.train().size()).isEqualTo(160);
        assertThat(task.test().size()).isEqualTo(40);
        assertThat(task.inputShape()).containsExactly(2);
        assertThat(task.train().inputs().shape()).containsExactly(160, 2);
        assertThat(task.train().inputs().dataType()).isEqualTo(DataType.FLOAT);
        assertThat(task.train().inputs().ordering()).isEqualTo('c');
        for (int i = 0; i < 160; i++) {
            assertThat(task.train().targets().getFloat(i, task.train().labels()[i]))
                    .isEqualTo(1);
        }
        assertThat(task.train().targets().sumNumber().intValue()).isEqualTo(160);
        assertThat(task.truth()).isNotNull();
    }

    @Test
    void twinsSeeTheSameInputs() {
        Task classes = load(MOONS, CLASS, Scaling.Z_SCORE);
        Task regression = load(MOONS, new TargetConfig.Regression(Quantity.ANGLE, true), Scaling.Z_SCORE);
        Task levels = load(
                MOONS,
                new TargetConfig.Discretized(
                        4, Quantity.ANGLE, TargetConfig.Levels.CLASSES, TargetConfig.Cut.QUANTILES),
                Scaling.Z_SCORE);
        for (Task twin : List.of(regression, levels)) {
            assertThat(twin.train().inputs()).isEqualTo(classes.train().inputs());
            assertThat(twin.test().inputs()).isEqualTo(classes.test().inputs());
            assertThat(twin.train().labels()).isEqualTo(classes.train().labels());
        }
        assertThat(regression.continuous()).isTrue();
        assertThat(regression.outputNames()).containsExactly("cos angle", "sin angle");
        assertThat(levels.continuous()).isFalse();
        assertThat(levels.outputs()).isEqualTo(4);
    }

    @Test
    void theSeedDecidesTheSplit() {
        int[] once = load(DIGITS, CLASS, Scaling.NONE).train().labels();
        assertThat(load(DIGITS, CLASS, Scaling.NONE).train().labels()).isEqualTo(once);
        TaskConfig config = new TaskConfig(DIGITS, CLASS, Scaling.NONE, 0.2);
        Task other = Tasks.load(config, folder, new Streams(2), LIBRARY, Progress.SILENT);
        assertThat(other.train().inputs())
                .isNotEqualTo(load(DIGITS, CLASS, Scaling.NONE).train().inputs());
    }

    @Test
    void limitsAreDrawnEvenlyFromTheClasses() {
        Task task = load(DIGITS, CLASS, Scaling.NONE);
        assertThat(task.train().inputs().shape()).containsExactly(100, 1, 8, 8);
        for (int c = 0; c < 10; c++) {
            int wanted = c;
            assertThat(Arrays.stream(task.train().labels()).filter(label -> label == wanted))
                    .hasSize(10);
            assertThat(Arrays.stream(task.test().labels()).filter(label -> label == wanted))
                    .hasSize(5);
        }
    }

    @Test
    void aLimitBeyondTheDataNamesItsKey() {
        assertRefused(
                new DataConfig.Dataset("digits", 1797, 0),
                CLASS,
                "task.data.dataset.train: 1797 samples asked for, digits has 1438");
    }

    @Test
    void zScoresComeFromTheTrainingSplit() {
        Task task = load(new DataConfig.Dataset("breast-cancer", 0, 0), CLASS, Scaling.Z_SCORE);
        INDArray train = task.train().inputs();
        for (int column = 0; column < 30; column++) {
            double mean = 0;
            double squares = 0;
            for (int row = 0; row < train.size(0); row++) {
                mean += train.getDouble(row, column) / train.size(0);
                squares += Math.pow(train.getDouble(row, column), 2) / train.size(0);
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
            assertThat(squares).isCloseTo(1, within(1e-5));
        }
        double testMean = task.test().inputs().meanNumber().doubleValue();
        assertThat(testMean).isNotZero();
    }

    @Test
    void globalZScoresAndRangesComeFromTheTrainingSplit() {
        INDArray global = load(DIGITS, CLASS, Scaling.GLOBAL_Z_SCORE).train().inputs();
        assertThat(global.meanNumber().doubleValue()).isCloseTo(0, within(1e-5));
        assertThat(global.stdNumber(false).doubleValue()).isCloseTo(1, within(1e-4));
        INDArray range = load(DIGITS, CLASS, Scaling.MIN_MAX).train().inputs();
        assertThat(range.minNumber().doubleValue()).isZero();
        assertThat(range.maxNumber().doubleValue()).isEqualTo(1);
    }

    @Test
    void levelsAreEquallyFrequentInTraining() {
        DataConfig function = new DataConfig.Function(DataConfig.TestFunction.SPHERE, 5, 1250);
        Task task = load(
                function,
                new TargetConfig.Discretized(
                        5, Quantity.FUNCTION, TargetConfig.Levels.CLASSES, TargetConfig.Cut.QUANTILES),
                Scaling.NONE);
        assertThat(task.train().targets().sum(0).toFloatVector()).containsExactly(200, 200, 200, 200, 200);
        Task numbers = load(
                function,
                new TargetConfig.Discretized(
                        5, Quantity.FUNCTION, TargetConfig.Levels.NUMBERS, TargetConfig.Cut.QUANTILES),
                Scaling.NONE);
        assertThat(numbers.kind()).isEqualTo(Task.Kind.NUMBERS);
        assertThat(numbers.continuous()).isFalse();
        // Levels 0 to 4 of 5, equally frequent, have mean 2 and deviation √2.
        float[] values = numbers.train().targets().toFloatVector();
        for (float value : values) {
            assertThat(Math.abs(value * Math.sqrt(2) - Math.rint(value * Math.sqrt(2))))
                    .isLessThan(1e-5);
        }
    }

    @Test
    void theMeanCutsWhereTheFunctionIsAboveIt() {
        DataConfig function = new DataConfig.Function(DataConfig.TestFunction.ZAKHAROV, 5, 1250);
        Task values = load(function, new TargetConfig.Regression(Quantity.FUNCTION, false), Scaling.NONE);
        Task task = load(
                function,
                new TargetConfig.Discretized(2, Quantity.FUNCTION, TargetConfig.Levels.CLASSES, TargetConfig.Cut.MEAN),
                Scaling.NONE);
        double mean = values.train().targets().meanNumber().doubleValue();
        float[] value = values.test().targets().toFloatVector();
        float[][] level = task.test().targets().toFloatMatrix();
        int above = 0;
        for (int i = 0; i < value.length; i++) {
            assertThat(level[i][1]).isEqualTo(value[i] > mean ? 1 : 0);
            above += value[i] > mean ? 1 : 0;
        }
        assertThat(above).isBetween(1, value.length / 3);
    }

    @Test
    void anAutoencodersTargetIsItsInput() {
        Task task = load(DIGITS, new TargetConfig.Regression(Quantity.INPUT, true), Scaling.NONE);
        assertThat(task.outputs()).isEqualTo(64);
        assertThat(task.train().targets()).isEqualTo(task.train().inputs().reshape(100, 64));
    }

    @Test
    void momentsOfAnImageAreThoseOfItsPixels() {
        Table image = new Table(new double[] {0, 0, 0, 0, 0, 1, 0, 0, 3}, 9);
        assertThat(ImageMoments.means(image).values()).containsExactly(4 / 9.0);
        assertThat(ImageMoments.centres(image, new long[] {1, 3, 3}).values()).containsExactly(0.75, 1);
        assertThat(ImageMoments.centres(new Table(new double[9], 9), new long[] {1, 3, 3})
                        .values())
                .containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Quantity.class,
            names = {"MEAN_INTENSITY", "CENTRE_OF_MASS", "LABEL"})
    void imagesHaveContinuousTargets(Quantity quantity) {
        Task task = load(DIGITS, new TargetConfig.Regression(quantity, true), Scaling.NONE);
        for (float mean : task.train().targets().mean(0).toFloatVector()) {
            assertThat(mean).isCloseTo(0, within(1e-5f));
        }
        assertThat(task.outputs()).isEqualTo(quantity == Quantity.CENTRE_OF_MASS ? 2 : 1);
    }

    @Test
    void d3_oneClassOnlyIsRefusedAsATargetOfClasses() throws IOException {
        assertRefused(
                csv("1,7\n2,7\n3,7\n"),
                CLASS,
                "task.target.class: all 2 training samples of data.csv are of class '7'");
    }

    @Test
    void d3_oneSampleIsRefusedAndTwoAreSplit() throws IOException {
        TargetConfig regression = new TargetConfig.Regression(Quantity.LABEL, false);
        assertRefused(csv("1,7\n"), regression, "task.data.csv: data.csv has 1 sample, expected at least 2");
        DataConfig circle = new DataConfig.Toy(Shape.CIRCLE, 2, 0, null, null, null);
        Task two = load(circle, new TargetConfig.Regression(Quantity.INPUT, false), Scaling.NONE);
        assertThat(two.train().size()).isEqualTo(1);
        assertThat(two.test().size()).isEqualTo(1);
    }

    @Test
    void d3_constantFeaturesAreShiftedToZero() throws IOException {
        DataConfig data = csv("5,1,0\n5,2,1\n5,3,0\n5,4,1\n5,5,0\n5,6,1\n5,7,0\n5,8,1\n5,9,0\n5,10,1\n");
        for (Scaling scaling : List.of(Scaling.Z_SCORE, Scaling.MIN_MAX)) {
            INDArray inputs = load(data, CLASS, scaling).train().inputs();
            assertThat(inputs.getColumn(0).toFloatVector()).containsOnly(0);
            assertThat(inputs.getColumn(1).toFloatVector()).doesNotContain(Float.NaN);
        }
    }

    @Test
    void d3_aConstantTargetIsRefused() throws IOException {
        assertRefused(
                csv("1,7\n2,7\n3,7\n"),
                new TargetConfig.Regression(Quantity.LABEL, true),
                "task.target.regression.of: is 7.0 for all 2 training samples of data.csv: there is nothing to learn");
    }

    @Test
    void d3_hugeAndTinyMagnitudesAreScaledOrRefused() throws IOException {
        DataConfig data = csv("1e308,1e-320,0\n-1e308,2e-320,1\n1.5e308,3e-320,0\n-1.5e308,4e-320,1\n0,5e-320,0\n");
        for (Scaling scaling : List.of(Scaling.Z_SCORE, Scaling.MIN_MAX)) {
            INDArray inputs = load(data, CLASS, scaling).train().inputs();
            for (int column = 0; column < 2; column++) {
                float[] values = inputs.getColumn(column).toFloatVector();
                assertThat(values).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
                assertThat(values[0]).isNotEqualTo(values[1]);
            }
        }
        assertRefused(data, CLASS, "is beyond the largest float32");
        Task tiny = load(csv("1e-320,0\n2e-320,1\n3e-320,0\n4e-320,1\n5e-320,0\n"), CLASS, Scaling.NONE);
        assertThat(tiny.notes()).anyMatch(note -> note.startsWith("5 input numbers are too small for float32"));
    }

    @Test
    void d3_equalPointsAndNegativeZeroAreKept() throws IOException {
        Task task = load(csv("-0.0,0\n-0.0,1\n-0.0,0\n-0.0,1\n-0.0,0\n"), CLASS, Scaling.NONE);
        assertThat(task.train().inputs().toFloatVector()).containsOnly(-0.0f);
    }

    @Test
    void d4_aTargetThatTheDataLacksNamesItsKey() throws IOException {
        DataConfig circle = new DataConfig.Toy(Shape.CIRCLE, 50, 0, null, null, null);
        DataConfig sphere = new DataConfig.Toy(Shape.SPHERE, 50, 0, null, null, null);
        DataConfig halves = csv("1,0.5\n2,1\n3,2\n");
        assertRefused(
                circle,
                CLASS,
                "task.target.class: classes are asked for, but circle is one piece, without classes; ask for regression or discretized");
        assertRefused(
                halves,
                CLASS,
                "task.target.class: classes are asked for, but data.csv has labels that are not whole numbers");
        assertRefused(
                circle,
                of(Quantity.LABEL),
                "task.target.regression.of: label is asked for, but circle gives no number for an input");
        assertRefused(
                csv("1,a\n2,b\n3,a\n"),
                of(Quantity.LABEL),
                "task.target.regression.of: label is asked for, but data.csv gives no number");
        assertRefused(
                DIGITS,
                of(Quantity.ANGLE),
                "task.target.regression.of: angle is asked for, but Digits 8x8 has no angle");
        assertRefused(sphere, of(Quantity.ANGLE), "but sphere has no angle that varies continuously");
        assertRefused(DIGITS, of(Quantity.FUNCTION), "but Digits 8x8 was not drawn for a test function");
        assertRefused(
                circle,
                of(Quantity.MEAN_INTENSITY),
                "mean-intensity is asked for, but circle has no images, but inputs of 2 features");
        assertRefused(DIGITS, levels(3, Quantity.INPUT), "task.target.discretized.of: input is several numbers");
        assertRefused(
                DIGITS,
                levels(3, Quantity.CENTRE_OF_MASS),
                "task.target.discretized.of: centre-of-mass is several numbers");
        assertRefused(
                DIGITS,
                levels(20, Quantity.LABEL),
                "task.target.discretized.levels: 20 levels asked for, but 100 training values, 10 of them distinct, leave level");
    }

    private static TargetConfig of(Quantity quantity) {
        return new TargetConfig.Regression(quantity, true);
    }

    private static TargetConfig levels(int count, Quantity quantity) {
        return new TargetConfig.Discretized(count, quantity, TargetConfig.Levels.CLASSES, TargetConfig.Cut.QUANTILES);
    }

    private DataConfig csv(String text) throws IOException {
        Files.writeString(folder.resolve("data.csv"), text);
        return new DataConfig.Csv("data.csv", false, null, List.of());
    }

    private Task load(DataConfig data, TargetConfig target, Scaling scaling) {
        TaskConfig config = new TaskConfig(data, target, scaling, 0.2);
        return Tasks.load(config, folder, new Streams(1), LIBRARY, Progress.SILENT);
    }

    private void assertRefused(DataConfig data, TargetConfig target, String message) {
        assertThatThrownBy(() -> load(data, target, Scaling.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }
}
