package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.Objects;
import org.crease.trainer.data.source.Samples;
import org.crease.trainer.data.source.Source;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The real files: those of the repository, and those that {@code CREASE_DATASETS} names. */
class ShippedDataTest {
    private final DatasetLibrary library = DatasetLibrary.standard();

    @Test
    void theManifestKnowsTheSets() {
        assertThat(library.list().stream().map(DatasetInfo::name))
                .containsExactly(
                        "fashion-mnist-small",
                        "digits",
                        "breast-cancer",
                        "mnist",
                        "fashion-mnist",
                        "cifar-10",
                        "cifar10-small");
        assertThat(library.list()).allSatisfy(set -> assertThat(set.classes()).hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fashion-mnist-small", "digits", "breast-cancer"})
    void shippedFilesAreThePublishedOnes(String name) {
        assertThat(library.verify(name))
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.problem()).isEmpty());
    }

    @Test
    void theFashionSubsetIsStratified() {
        Source source = library.load("fashion-mnist-small", Progress.SILENT);
        assertThat(counts(source.train())).hasSize(10).containsOnly(1200);
        assertThat(counts(Objects.requireNonNull(source.test()))).hasSize(10).containsOnly(200);
    }

    @Test
    void theTablesHaveTheirPublishedCounts() {
        Source digits = library.load("digits", Progress.SILENT);
        // Counts by class and the largest value are published with scikit-learn's load_digits.
        assertThat(counts(digits.train())).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
        double[] row = new double[64];
        digits.train().inputs().copy(0, row);
        assertThat(Arrays.copyOf(row, 6)).containsExactly(0, 0, 5 / 16.0, 13 / 16.0, 9 / 16.0, 1 / 16.0);
        assertThat(counts(library.load("breast-cancer", Progress.SILENT).train()))
                .containsExactly(212, 357);
    }

    @ParameterizedTest
    @CsvSource({"mnist, MNIST, 60000, 10000", "cifar10-small, CIFAR-10 (JPEG), 10000, 2000"})
    void realSetsAreFoundByName(String name, String title, int train, int test) {
        requireGivenFolder();
        Source source = library.load(name, Progress.SILENT);
        assertThat(source.name()).isEqualTo(title);
        assertThat(source.train().size()).isEqualTo(train);
        assertThat(Objects.requireNonNull(source.test()).size()).isEqualTo(test);
    }

    @Test
    void mnistHasItsPublishedClassCounts() {
        requireGivenFolder();
        Source mnist = library.load("mnist", Progress.SILENT);
        assertThat(counts(mnist.train())).containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
    }

    private static void requireGivenFolder() {
        if (System.getenv(Folders.VARIABLE) != null) {
            return;
        }
        String missing = "no folder of real data: set " + Folders.VARIABLE + " to one with mnist and cifar10-small";
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            fail(missing);
        }
        Assumptions.abort(missing);
    }

    private static int[] counts(Samples samples) {
        int[] classes = Objects.requireNonNull(samples.classes());
        int[] counts = new int[Arrays.stream(classes).max().orElse(0) + 1];
        for (int c : classes) {
            counts[c]++;
        }
        return counts;
    }
}
