package org.crease.app.homology.output;

import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;

/** A bar with its representatives as lines of text, every term of them in the order in which chains have them. */
record BarLines(Bar bar, NamedPoints points) {

    void appendTo(StringBuilder text) {
        Simplex death = bar.deathSimplex();
        text.append(" [").append(SixDigits.of(bar.birth())).append(',');
        text.append(bar.isInfinite() ? " " : SixDigits.of(bar.death()));
        text.append(") born with ").append(NamedPoints.text(points.of(bar.birthSimplex())));
        text.append(death == null ? "" : ", dies with " + NamedPoints.text(points.of(death)));
        append(text.append("\n  cocycle: "), bar.cocycle());
        append(text.append("\n  cycle: "), bar.cycle());
        text.append('\n');
    }

    private void append(StringBuilder text, Chain chain) {
        for (int term = 0; term < chain.size(); term++) {
            int coefficient = chain.signedCoefficient(term);
            text.append(coefficient < 0 ? (term == 0 ? "-" : " - ") : (term == 0 ? "" : " + "));
            text.append(Math.abs(coefficient) == 1 ? "" : Math.abs(coefficient) + " ");
            points.append(text, chain, term);
        }
    }
}
