package org.crease.homology.distance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.homology.diagram.PersistenceDiagram;
import org.junit.jupiter.api.Assertions;

/** GUDHI's distances, in one process for many pairs. Its Wasserstein distance is Hera's, asked for to nine digits. */
final class Gudhi {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path PACKAGE = Path.of("/usr/lib/python3/dist-packages/gudhi");
    private static final String SCRIPT = """
            import sys, numpy, gudhi, gudhi.hera
            def diagram(line):
                return numpy.array([float(x) for x in line.split()], dtype=float).reshape(-1, 2)
            for line in open(sys.argv[1]):
                order, norm, a, b = line.split(';')
                a, b = diagram(a), diagram(b)
                if float(order) == numpy.inf:
                    print(gudhi.bottleneck_distance(a, b, 0))
                else:
                    print(gudhi.hera.wasserstein_distance(a, b, float(order), float(norm), 1e-9))
            """;

    private Gudhi() {}

    /** A question: the order (infinite for bottleneck), the inner norm and two diagrams. */
    record Pair(double order, double norm, PersistenceDiagram a, PersistenceDiagram b) {
        private String line() {
            return number(order) + ';' + number(norm) + ';' + rows(a) + ';' + rows(b);
        }

        private static String rows(PersistenceDiagram diagram) {
            return Arrays.stream(diagram.toArray()).mapToObj(Pair::number).collect(Collectors.joining(" "));
        }

        private static String number(double value) {
            return Double.isInfinite(value) ? "inf" : Double.toString(value);
        }
    }

    static double[] distances(List<Pair> pairs, Path folder) throws IOException, InterruptedException {
        require(PYTHON, "python3");
        require(PACKAGE, "python3-gudhi");
        Path script = Files.writeString(folder.resolve("distances.py"), SCRIPT);
        Path questions = Files.write(
                folder.resolve("pairs.txt"), pairs.stream().map(Pair::line).toList());
        Process process = new ProcessBuilder(PYTHON.toString(), script.toString(), questions.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.waitFor(), "exit status of GUDHI");
        return out.lines()
                .mapToDouble(line -> line.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(line))
                .toArray();
    }

    private static void require(Path place, String name) {
        String missing = name + " is not installed (looked for " + place + ")";
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.assertTrue(Files.exists(place), missing);
        }
        assumeTrue(Files.exists(place), missing);
    }
}
