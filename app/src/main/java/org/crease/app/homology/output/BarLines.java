package org.crease.app.homology.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;

/** A bar with its representatives as lines of text, every term of them. */
record BarLines(Bar bar, NamedPoints points) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Simplex death = bar.deathSimplex();
        lines.add(" [" + SixDigits.of(bar.birth()) + "," + (bar.isInfinite() ? " " : SixDigits.of(bar.death()))
                + ") born with " + NamedPoints.text(points.of(bar.birthSimplex()))
                + (death == null ? "" : ", dies with " + NamedPoints.text(points.of(death))));
        lines.add("  cocycle: " + sum(bar.cocycle()));
        lines.add("  cycle: " + sum(bar.cycle()));
        return lines;
    }

    private String sum(Chain chain) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Simplex, Integer> term : chain.coefficientBySimplex().entrySet()) {
            int coefficient =
                    2 * term.getValue() > chain.modulus() ? term.getValue() - chain.modulus() : term.getValue();
            text.append(coefficient < 0 ? (text.isEmpty() ? "-" : " - ") : (text.isEmpty() ? "" : " + "));
            text.append(Math.abs(coefficient) == 1 ? "" : Math.abs(coefficient) + " ");
            text.append(NamedPoints.text(points.of(term.getKey())));
        }
        return text.toString();
    }
}
