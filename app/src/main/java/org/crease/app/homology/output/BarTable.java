package org.crease.app.homology.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Simplex;

/** What the longest bars are made of, a line each. */
record BarTable(Representatives found, NamedPoints points, Screen screen) {
    private static final int MOST = 6; // as many as are drawn
    private static final int OTHER_COLUMNS = 62;
    private static final int LEAST = 4; // points of a cycle
    private static final String[] SIMPLICES = {"point", "edge", "triangle", "tetrahedron"};

    List<String> lines() {
        Table table = new Table(
                Column.words(""),
                Column.numbers("born"),
                Column.words("with"),
                Column.numbers("dies"),
                Column.words("with"),
                Column.words("cocycle"),
                Column.words("cycle"));
        List<String> more = new ArrayList<>();
        for (int dimension = 1; dimension < found.diagrams().byDimension().size(); dimension++) {
            List<Bar> bars = found.ofDimension(dimension);
            for (int k = 0; k < Math.min(MOST, bars.size()); k++) {
                table.row(row(k == 0 ? "H" + dimension : "", bars.get(k)));
            }
            if (bars.size() > MOST) {
                more.add(Numbers.count(bars.size() - MOST) + " more of H" + dimension);
            }
        }
        List<String> lines = new ArrayList<>(table.lines(screen));
        if (!more.isEmpty()) {
            lines.add(String.join(", ", more) + ": --show bars, --json and --out have all");
        }
        return lines;
    }

    private String[] row(String label, Bar bar) {
        Simplex death = bar.deathSimplex();
        return new String[] {
            label,
            Numbers.value(bar.birth()),
            text(points.of(bar.birthSimplex())),
            Numbers.value(bar.death()),
            death == null ? "" : text(points.of(death)),
            count(bar.cocycle().size(), bar.dimension()),
            cycle(bar)
        };
    }

    private String cycle(Bar bar) {
        Chain cycle = bar.cycle();
        String size = count(cycle.size(), cycle.dimension());
        return bar.dimension() > 1
                ? size
                : Circuit.of(
                                cycle,
                                bar.birthSimplex().point(0),
                                bar.birthSimplex().point(1))
                        .map(way -> size + ": " + way(way))
                        .orElse(size);
    }

    /** As many points as there is room for. */
    private String way(List<Integer> way) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < way.size(); k++) {
            String point = (k == 0 ? "" : " ") + points.of(way.get(k));
            if (k >= LEAST && OTHER_COLUMNS + text.length() + point.length() > screen.width()) {
                return text + screen.choose(" …", " ..");
            }
            text.append(point);
        }
        return text.toString();
    }

    private static String text(int[] simplex) {
        return Arrays.stream(simplex).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static String count(int size, int dimension) {
        String one = dimension < SIMPLICES.length ? SIMPLICES[dimension] : "simplex";
        String several = dimension == 3 ? "tetrahedra" : dimension < SIMPLICES.length ? one + "s" : "simplices";
        return Numbers.count(size) + " " + (size == 1 ? one : several);
    }
}
