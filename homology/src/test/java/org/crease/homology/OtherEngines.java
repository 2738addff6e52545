package org.crease.homology;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.junit.jupiter.api.Assertions;

/** Ripser and GUDHI as programs, where they are installed. Their figures come back as float32. */
final class OtherEngines {
    private static final Pattern RIPSER_BAR = Pattern.compile("\\[([^,]+),([^)]*)\\)");
    private static final String GUDHI = """
            import sys, gudhi
            rows = [[float(x) for x in line.split(',') if x.strip()] for line in open(sys.argv[1])]
            dimension, prime = int(sys.argv[2]), int(sys.argv[3])
            rips = gudhi.RipsComplex(distance_matrix=[[]] + rows)
            tree = rips.create_simplex_tree(max_dimension=dimension + 1)
            for dim, (birth, death) in tree.persistence(homology_coeff_field=prime, min_persistence=0):
                print(dim, repr(float(birth)), repr(float(death)))
            """;

    private static final String GUDHI_DISTANCE_TO_MEASURE = """
            import sys, numpy
            from gudhi.dtm_rips_complex import DTMRipsComplex
            rows = [[float(x) for x in line.split(',') if x.strip()] for line in open(sys.argv[1])]
            dimension, prime, neighbours = int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
            matrix = numpy.zeros((len(rows) + 1, len(rows) + 1))
            for i, row in enumerate(rows, 1):
                matrix[i, :i] = matrix[:i, i] = row
            tree = DTMRipsComplex(distance_matrix=matrix, k=neighbours).create_simplex_tree(dimension + 1)
            for dim, (birth, death) in tree.persistence(homology_coeff_field=prime, min_persistence=0):
                print(dim, repr(float(birth)), repr(float(death)))
            """;

    private OtherEngines() {}

    static List<PersistenceDiagram> ripser(DistanceMatrix matrix, int dimension, Path folder) {
        Path ripser = require(List.of("/usr/bin/ripser"), "ripser");
        Path file = write(folder.resolve("distances.txt"), lowerTriangle(matrix));
        String out = run(List.of(
                ripser.toString(), "--format", "lower-distance", "--dim", String.valueOf(dimension), file.toString()));
        List<PersistenceDiagram.Builder> diagrams = builders(dimension);
        int at = -1;
        for (String line : out.lines().toList()) {
            Matcher bar = RIPSER_BAR.matcher(line);
            if (line.startsWith("persistence intervals in dim")) {
                at++;
            } else if (at >= 0 && bar.find()) {
                String death = bar.group(2).strip();
                diagrams.get(at)
                        .add(
                                Float.parseFloat(bar.group(1).strip()),
                                death.isEmpty() ? Double.POSITIVE_INFINITY : Float.parseFloat(death));
            }
        }
        return diagrams.stream().map(PersistenceDiagram.Builder::build).toList();
    }

    static List<PersistenceDiagram> gudhi(DistanceMatrix matrix, int dimension, int prime, Path folder) {
        return gudhi(GUDHI, matrix, dimension, prime, 0, folder);
    }

    /** Of the filtration by the distance to a measure over this many neighbours. */
    static List<PersistenceDiagram> gudhiDistanceToMeasure(
            DistanceMatrix matrix, int neighbours, int dimension, int prime, Path folder) {
        return gudhi(GUDHI_DISTANCE_TO_MEASURE, matrix, dimension, prime, neighbours, folder);
    }

    private static List<PersistenceDiagram> gudhi(
            String program, DistanceMatrix matrix, int dimension, int prime, int neighbours, Path folder) {
        Path python = require(List.of("/usr/bin/python3"), "python3");
        require(List.of("/usr/lib/python3/dist-packages/gudhi"), "python3-gudhi");
        Path file = write(folder.resolve("distances.txt"), lowerTriangle(matrix));
        Path script = write(folder.resolve("diagrams.py"), program);
        List<PersistenceDiagram.Builder> diagrams = builders(dimension);
        for (String line : run(List.of(
                        python.toString(),
                        script.toString(),
                        file.toString(),
                        String.valueOf(dimension),
                        String.valueOf(prime),
                        String.valueOf(neighbours)))
                .lines()
                .toList()) {
            String[] words = line.split(" ", -1);
            int of = Integer.parseInt(words[0]);
            if (of <= dimension) {
                diagrams.get(of).add((float) Double.parseDouble(words[1]), (float) parse(words[2]));
            }
        }
        return diagrams.stream().map(PersistenceDiagram.Builder::build).toList();
    }

    private static double parse(String number) {
        return number.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(number);
    }

    private static List<PersistenceDiagram.Builder> builders(int dimension) {
        return IntStream.rangeClosed(0, dimension)
                .mapToObj(PersistenceDiagram.Builder::new)
                .toList();
    }

    private static String lowerTriangle(DistanceMatrix matrix) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < matrix.size(); i++) {
            for (int j = 0; j < i; j++) {
                text.append(matrix.distance(i, j)).append(',');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static Path require(List<String> places, String name) {
        for (String place : places) {
            if (Files.exists(Path.of(place))) {
                return Path.of(place);
            }
        }
        String missing = name + " is not installed (looked for " + String.join(", ", places) + ")";
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.fail(missing);
        }
        assumeTrue(false, missing);
        throw new AssertionError(missing);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Assertions.assertEquals(0, process.waitFor(), () -> "exit status of " + command);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }
}
