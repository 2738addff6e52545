package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Representatives;
import org.crease.homology.representative.Simplex;
import org.crease.homology.representative.Verification;
import org.junit.jupiter.api.Test;

/** The lines on representatives of {@code docs/homology.md}. */
class RepresentativesGuideTest {

    @Test
    void theLinesOfTheGuideWork() throws InterruptedException {
        FiniteMetricSpace space = Spaces.regularPolygon(100);
        // guide: begin
        Representatives found =
                VietorisRips.upToDimension(1).over(3).representatives(space, BarSelection.longerThan(0.5));
        Bar loop = found.ofDimension(1).get(0); // the longest
        Chain round = loop.cycle(); // edges of length up to the birth, with coefficients modulo 3
        Chain across = loop.cocycle(); // 1 on the edge of birth; any closed way adds up to how often it goes round
        Simplex last = loop.deathSimplex(); // the triangle that closes the hole
        Verification.verify(space, found); // throws where something is wrong
        // guide: end
        assertThat(round.size()).isEqualTo(100);
        assertThat(across.size()).isPositive();
        assertThat(last).isNotNull();
    }
}
