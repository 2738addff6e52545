package org.crease.homology.distance;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.crease.homology.diagram.PersistenceDiagram;

/** Diagrams for tests. */
final class Figures {
    private Figures() {}

    /** A diagram of dimension 1 from (birth, death) pairs in a row. */
    static PersistenceDiagram diagram(double... rows) {
        PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(1);
        for (int k = 0; k < rows.length; k += 2) {
            bars.add(rows[k], rows[k + 1]);
        }
        return bars.build();
    }

    static PersistenceDiagram scaled(PersistenceDiagram diagram, double factor) {
        double[] rows = diagram.toArray();
        return diagram(IntStream.range(0, rows.length)
                .mapToDouble(k -> rows[k] * factor)
                .toArray());
    }

    /** Births and lengths uniform in [0, 1), then some infinite bars. */
    static PersistenceDiagram random(int finite, int infinite, long seed) {
        Random random = new Random(seed);
        PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(1);
        for (int k = 0; k < finite; k++) {
            double birth = random.nextDouble();
            bars.add(birth, birth + random.nextDouble());
        }
        for (int k = 0; k < infinite; k++) {
            bars.add(random.nextDouble(), Double.POSITIVE_INFINITY);
        }
        return bars.build();
    }

    /** At most five bars with whole births and lengths, so that there are ties, and sometimes an infinite one. */
    static Arbitrary<PersistenceDiagram> small() {
        Arbitrary<double[]> bar = Arbitraries.doubles()
                .between(0, 8)
                .ofScale(0)
                .flatMap(birth -> Arbitraries.oneOf(
                                Arbitraries.doubles().between(0, 8).ofScale(0),
                                Arbitraries.doubles().between(0, 2).ofScale(2))
                        .map(length -> new double[] {birth, birth + length}));
        Arbitrary<double[]> infinite =
                Arbitraries.doubles().between(0, 4).ofScale(1).map(b -> new double[] {b, Double.POSITIVE_INFINITY});
        return bar.list()
                .ofMaxSize(5)
                .flatMap(bars -> infinite.list()
                        .ofMaxSize(1)
                        .map(more -> diagram(Stream.concat(bars.stream(), more.stream())
                                .flatMapToDouble(Arrays::stream)
                                .toArray())));
    }
}
