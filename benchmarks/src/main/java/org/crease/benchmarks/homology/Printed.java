package org.crease.benchmarks.homology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;

/** Diagrams as a contender printed them, and whether two contenders printed the same. */
record Printed(List<PersistenceDiagram> diagrams) {
    /** Six digits are printed, and sums of squares in float32 are off by a few in the last of them. */
    private static final double TOLERANCE = 2e-5;

    private static final Pattern BAR = Pattern.compile("\\s*\\[([^,]+),([^)]*)\\)\\s*");

    static Printed read(Path file) throws IOException {
        List<PersistenceDiagram.Builder> diagrams = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher bar = BAR.matcher(line);
            if (line.startsWith("persistence intervals")) {
                diagrams.add(new PersistenceDiagram.Builder(diagrams.size()));
            } else if (!diagrams.isEmpty() && bar.matches()) {
                String death = bar.group(2).strip();
                diagrams.get(diagrams.size() - 1)
                        .add(
                                Double.parseDouble(bar.group(1)),
                                death.isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(death));
            }
        }
        return new Printed(
                diagrams.stream().map(PersistenceDiagram.Builder::build).toList());
    }

    /** How they differ by more than rounding; nothing when they do not. */
    Optional<String> difference(Printed other) {
        if (diagrams.size() != other.diagrams.size()) {
            return Optional.of(diagrams.size() + " and " + other.diagrams.size() + " diagrams");
        }
        double scale = diagrams.stream().mapToDouble(Printed::largest).max().orElse(0);
        for (int k = 0; k < diagrams.size(); k++) {
            PersistenceDiagram a = diagrams.get(k);
            PersistenceDiagram b = other.diagrams.get(k);
            if (!close(a, b, TOLERANCE * scale) && !(apart(a, b) <= TOLERANCE * scale)) {
                return Optional.of("H" + k + ": " + a.size() + " and " + b.size() + " bars, " + apart(a, b) + " apart");
            }
        }
        return Optional.empty();
    }

    private static double largest(PersistenceDiagram diagram) {
        double largest = 0;
        for (double value : diagram.toArray()) {
            largest = Double.isInfinite(value) ? largest : Math.max(largest, value);
        }
        return largest;
    }

    /** Bar by bar in order: sure, and quick for many bars. */
    private static boolean close(PersistenceDiagram a, PersistenceDiagram b, double tolerance) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        for (int k = 0; k < x.length && x.length == y.length; k++) {
            if (x[k] != y[k] && !(Math.abs(x[k] - y[k]) <= tolerance)) {
                return false;
            }
        }
        return x.length == y.length;
    }

    private static double apart(PersistenceDiagram a, PersistenceDiagram b) {
        return new BottleneckDistance().between(a, b);
    }
}
