package org.crease.homology.complex;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;
import org.junit.jupiter.api.Assertions;

/** GUDHI's diagrams of cubical and alpha complexes, in one process for many questions. */
final class Gudhi {
    private static final Path PYTHON = Path.of("/usr/bin/python3");
    private static final Path PACKAGE = Path.of("/usr/lib/python3/dist-packages/gudhi");
    private static final String SCRIPT = """
            import sys, numpy, gudhi
            for number, line in enumerate(open(sys.argv[1])):
                kind, prime, shape, values = line.split(';')
                shape = [int(x) for x in shape.split()]
                values = numpy.array([float(x) for x in values.split()]).reshape(shape)
                if kind == 'alpha':
                    complex = gudhi.AlphaComplex(points=values).create_simplex_tree()
                elif kind == 'cells':
                    complex = gudhi.CubicalComplex(top_dimensional_cells=values)
                bars = complex.persistence(homology_coeff_field=int(prime), min_persistence=0)
                for dimension, (birth, death) in bars:
                    print(number, dimension, repr(float(birth)), repr(float(death)))
            """;

    private final List<String> questions = new ArrayList<>();
    private final List<Integer> dimensions = new ArrayList<>();

    /** Asks for the diagrams of an array's top cells, dimension 0 to one less than its axes. */
    Gudhi cells(int prime, double[] values, int... shape) {
        return ask("cells", prime, values, shape, shape.length);
    }

    /** Asks for the diagrams of an alpha complex. Its values are squares of radii. */
    Gudhi alpha(double[] coordinates, int dimension) {
        return ask("alpha", 2, coordinates, new int[] {coordinates.length / dimension, dimension}, dimension);
    }

    private Gudhi ask(String kind, int prime, double[] values, int[] shape, int diagrams) {
        StringBuilder line = new StringBuilder(kind).append(';').append(prime).append(';');
        for (int length : shape) {
            line.append(length).append(' ');
        }
        line.append(';');
        for (double value : values) {
            line.append(Double.isInfinite(value) ? "inf" : Double.toString(value))
                    .append(' ');
        }
        questions.add(line.toString());
        dimensions.add(diagrams);
        return this;
    }

    List<List<PersistenceDiagram>> diagrams(Path folder) throws IOException, InterruptedException {
        require(PYTHON, "python3");
        require(PACKAGE, "python3-gudhi");
        Path script = Files.writeString(folder.resolve("complexes.py"), SCRIPT);
        Path file = Files.write(folder.resolve("questions.txt"), questions);
        Process process = new ProcessBuilder(PYTHON.toString(), script.toString(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.waitFor(), "exit status of GUDHI");
        List<List<PersistenceDiagram.Builder>> bars = new ArrayList<>();
        for (int count : dimensions) {
            List<PersistenceDiagram.Builder> builders = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                builders.add(new PersistenceDiagram.Builder(k));
            }
            bars.add(builders);
        }
        for (String line : out.lines().toList()) {
            String[] words = line.split(" ", -1);
            if (!words[2].equals("inf")) { // what never enters has no bar here
                bars.get(Integer.parseInt(words[0]))
                        .get(Integer.parseInt(words[1]))
                        .add(number(words[2]), number(words[3]));
            }
        }
        return bars.stream()
                .map(b -> b.stream().map(PersistenceDiagram.Builder::build).toList())
                .toList();
    }

    private static double number(String text) {
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    private static void require(Path place, String name) {
        String missing = name + " is not installed (looked for " + place + ")";
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.assertTrue(Files.exists(place), missing);
        }
        assumeTrue(Files.exists(place), missing);
    }
}
