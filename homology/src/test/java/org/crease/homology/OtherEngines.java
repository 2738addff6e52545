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
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.junit.jupiter.api.Assertions;

/** Ripser and GUDHI as programs, where they are installed. Their figures come back as float32. */
final class OtherEngines {
    private static final Pattern RIPSER_BAR = Pattern.compile("\\[([^,]+),([^)]*)\\)");
    private static final String GUDHI = """
            import sys, gudhi
            rows = [[float(x) for x in line.split(',') if x.strip()] for line in open(sys.argv[1])]
            rips = gudhi.RipsComplex(distance_matrix=[[]] + rows)
            tree = rips.create_simplex_tree(max_dimension=2)
            for dim, (birth, death) in tree.persistence(homology_coeff_field=2, min_persistence=0):
                print(dim, repr(float(birth)), repr(float(death)))
            """;

    private OtherEngines() {}

    static List<PersistenceDiagram> ripser(DistanceMatrix matrix, Path folder) {
        Path ripser = require(List.of("/usr/bin/ripser"), "ripser");
        Path file = write(folder.resolve("distances.txt"), lowerTriangle(matrix));
        String out = run(List.of(ripser.toString(), "--format", "lower-distance", "--dim", "1", file.toString()));
        PersistenceDiagram.Builder[] diagrams = builders();
        int dimension = -1;
        for (String line : out.lines().toList()) {
            Matcher bar = RIPSER_BAR.matcher(line);
            if (line.startsWith("persistence intervals in dim")) {
                dimension++;
            } else if (dimension >= 0 && bar.find()) {
                String death = bar.group(2).strip();
                diagrams[dimension].add(
                        Float.parseFloat(bar.group(1).strip()),
                        death.isEmpty() ? Double.POSITIVE_INFINITY : Float.parseFloat(death));
            }
        }
        return List.of(diagrams[0].build(), diagrams[1].build());
    }

    static List<PersistenceDiagram> gudhi(DistanceMatrix matrix, Path folder) {
        Path python = require(List.of("/usr/bin/python3"), "python3");
        require(List.of("/usr/lib/python3/dist-packages/gudhi"), "python3-gudhi");
        Path file = write(folder.resolve("distances.txt"), lowerTriangle(matrix));
        Path script = write(folder.resolve("diagrams.py"), GUDHI);
        PersistenceDiagram.Builder[] diagrams = builders();
        for (String line : run(List.of(python.toString(), script.toString(), file.toString()))
                .lines()
                .toList()) {
            String[] words = line.split(" ", -1);
            int dimension = Integer.parseInt(words[0]);
            if (dimension < diagrams.length) {
                diagrams[dimension].add((float) Double.parseDouble(words[1]), (float) parse(words[2]));
            }
        }
        return List.of(diagrams[0].build(), diagrams[1].build());
    }

    private static double parse(String number) {
        return number.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(number);
    }

    private static PersistenceDiagram.Builder[] builders() {
        return new PersistenceDiagram.Builder[] {new PersistenceDiagram.Builder(0), new PersistenceDiagram.Builder(1)};
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
