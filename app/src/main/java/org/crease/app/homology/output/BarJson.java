package org.crease.app.homology.output;

import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;

/**
 * A bar with its representatives as JSON: {@code {"dimension":1,"birth":1.0,"death":1.5,"birth_simplex":[0,1],"death_simplex":[0,1,2],
 * "cocycle":{"simplices":[[0,1],..],"coefficients":[1,..]},"cycle":{..}}}, with {@code null} for the death and its simplex where
 * there is none, coefficients from 1 to p - 1.
 */
record BarJson(Bar bar, NamedPoints points) {

    void appendTo(StringBuilder text) {
        Simplex death = bar.deathSimplex();
        text.append("{\"dimension\":").append(bar.dimension());
        text.append(",\"birth\":").append((double) bar.birth());
        text.append(",\"death\":").append(bar.isInfinite() ? "null" : "" + (double) bar.death());
        text.append(",\"birth_simplex\":").append(NamedPoints.text(points.of(bar.birthSimplex())));
        text.append(",\"death_simplex\":").append(death == null ? "null" : NamedPoints.text(points.of(death)));
        append(text, "cocycle", bar.cocycle());
        append(text, "cycle", bar.cycle());
        text.append('}');
    }

    private void append(StringBuilder text, String name, Chain chain) {
        text.append(",\"").append(name).append("\":{\"simplices\":[");
        for (int term = 0; term < chain.size(); term++) {
            text.append(term == 0 ? "" : ",");
            points.append(text, chain, term);
        }
        text.append("],\"coefficients\":[");
        for (int term = 0; term < chain.size(); term++) {
            text.append(term == 0 ? "" : ",").append(chain.coefficient(term));
        }
        text.append("]}");
    }
}
