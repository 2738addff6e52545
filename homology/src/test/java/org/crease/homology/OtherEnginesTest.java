package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diagrams are the other engines', bar for bar: to the six digits that Ripser prints, to the last bit of GUDHI's. */
class OtherEnginesTest {

    @TempDir
    private Path folder;

    private static void assertSameToSixDigits(List<PersistenceDiagram> ours, List<PersistenceDiagram> theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        for (int dimension = 0; dimension < ours.size(); dimension++) {
            assertThat(printed(ours.get(dimension))).isEqualTo(printed(theirs.get(dimension)));
        }
    }

    private static List<String> printed(PersistenceDiagram diagram) {
        double[] rows = diagram.toArray();
        List<String> bars = new ArrayList<>();
        for (int k = 0; k < rows.length; k += 2) {
            bars.add(String.format("%.5e %.5e", rows[k], rows[k + 1]));
        }
        bars.sort(null);
        return bars;
    }

    private static List<PersistenceDiagram> diagrams(DistanceMatrix matrix) throws InterruptedException {
        return VietorisRips.upToDimension(1).diagrams(matrix).byDimension();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void p9_integerMatricesFullOfTiesAgreeWithRipser(long seed) throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(60, 30, seed);
        assertSameToSixDigits(diagrams(matrix), OtherEngines.ripser(matrix, 1, folder));
    }

    @Test
    void p9_noisyTorusAgreesWithRipser() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(300, 7)));
        assertSameToSixDigits(diagrams(matrix), OtherEngines.ripser(matrix, 1, folder));
    }

    @Test
    void p9_noiseInHighDimensionAgreesWithRipser() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(150, 64, 11)));
        assertSameToSixDigits(diagrams(matrix), OtherEngines.ripser(matrix, 1, folder));
    }

    @Test
    void p9_noisyTorusAgreesWithGudhi() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(80, 5)));
        assertThat(diagrams(matrix)).isEqualTo(OtherEngines.gudhi(matrix, 1, 2, folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void p9_higherDimensionsOfACloudAgreeWithRipser(int dimension) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.gaussian(60, 5, 3)));
        assertSameToSixDigits(
                VietorisRips.upToDimension(dimension).diagrams(matrix).byDimension(),
                OtherEngines.ripser(matrix, dimension, folder));
    }

    @Test
    void p9_higherDimensionsAmongTiesAgreeWithRipser() throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(40, 12, 5);
        assertSameToSixDigits(
                VietorisRips.upToDimension(3).diagrams(matrix).byDimension(), OtherEngines.ripser(matrix, 3, folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void p9_otherFieldsAgreeWithGudhi(int prime) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Spaces.flatKleinBottle(6));
        assertThat(VietorisRips.upToDimension(2).over(prime).diagrams(matrix).byDimension())
                .isEqualTo(OtherEngines.gudhi(matrix, 2, prime, folder));
    }
}
