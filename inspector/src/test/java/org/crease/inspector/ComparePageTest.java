package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.SlicedWassersteinDistance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Several runs in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparePageTest {
    private Inspector inspector;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path runs) {
        SampleRun.write(runs, "classes-1", "discontinuous", config("classes-1", 1, "class"), 0);
        SampleRun.write(runs, "classes-2", "discontinuous", config("classes-2", 2, "class"), 2);
        SampleRun.write(runs, "classes-3", "discontinuous", config("classes-3", 3, "class"), 5);
        SampleRun.write(runs, "numbers-1", "continuous", config("numbers-1", 1, "mean"), 3);
        inspector = Inspector.onLoopback(runs);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @Test
    void twinsStandSideBySideWithTheirDifference() {
        show("classes-1,numbers-1");

        assertThat(browser.texts("[data-figure='compare-test/loss'] [data-line]", "data-line"))
                .containsExactly("classes-1", "numbers-1");
        assertThat(browser.find("[data-figure=compare-difference-rank_mean] h3").getText())
                .isEqualTo("Difference: numbers-1 − classes-1");
        assertThat(differences()).hasSize(18).containsOnly("3");
        assertThat(browser.texts("[data-figure=compare-profile] [data-value]", "data-value"))
                .containsExactly("dense-1=50", "dense-2=30", "output=10", "dense-1=53", "dense-2=33", "output=13");
        browser.screenshot("compare");
        browser.run("document.querySelector('.maps').scrollIntoView(); return 1");
        browser.screenshot("compare-maps");
    }

    @Test
    void mapsHaveOneScaleOfColours() {
        show("classes-1,numbers-1");

        // One run begins with 60 in its first layer, the other with 63: the brightest colour is the other's alone.
        assertThat(fill("compare-numbers-1-rank_mean", "0/dense-1")).isEqualTo("rgb(253, 234, 69)");
        assertThat(fill("compare-classes-1-rank_mean", "0/dense-1")).isNotEqualTo("rgb(253, 234, 69)");
    }

    @Test
    void seedsBecomeABandFromTheLeastToTheLargest() {
        show("classes-1,classes-2,classes-3");

        assertThat(browser.find("[data-figure='compare-test/loss'] [data-band]").getAttribute("data-band"))
                .isEqualTo("classes (3 seeds)");
        assertThat(
                        browser.later(
                                "import('/js/figures/bands.js').then(m => done(JSON.stringify(m.spread("
                                        + "[{step: [0, 1], value: [1, null]}, {step: [0, 1], value: [5, 2]}, {step: [0], value: [2]}]))))"))
                .isEqualTo("{\"step\":[0,1],\"low\":[1,2],\"middle\":[2,2],\"high\":[5,2],\"count\":[3,1]}");
    }

    @Test
    void distancesBetweenLayersAreThoseOfTheirDiagrams() {
        show("classes-1,numbers-1");
        browser.waitFor(() -> cells("distances-of-layers").size() == 9);

        String expected = String.format("%.4g", new SlicedWassersteinDistance().between(loops(0), loops(2)));
        assertThat(cells("distances-of-layers").get("dense-1/output")).isEqualTo(trimmed(expected));
        assertThat(cells("distances-of-layers").get("dense-1/dense-1")).isEqualTo("0");
        browser.waitFor(() -> cells("distances-of-runs").size() == 4);
        assertThat(cells("distances-of-runs").get("classes-1/numbers-1")).isEqualTo("0");
    }

    @Test
    void aRunCanBeTakenOut() {
        show("classes-1,classes-2,numbers-1");
        browser.find("[data-run=classes-2] button").click();

        browser.waitFor(() -> browser.find("h1").getText().equals("2 runs"));
        assertThat(browser.run("return location.hash")).isEqualTo("#/compare?runs=classes-1%2Cnumbers-1");
    }

    @Test
    void aMissingRunIsNamedAndTheOthersAreShown() {
        show("classes-1,gone");

        assertThat(browser.find("[data-run=gone]").getText()).contains("there is no run of that name");
        assertThat(browser.complaints()).allMatch(line -> line.contains("404"));
    }

    private void show(String runs) {
        browser.go("about:blank").go(inspector.address() + "#/compare?runs=" + runs);
        browser.find(".maps [data-open]");
        browser.find(".charts [data-line]");
    }

    @SuppressWarnings("unchecked") // What a script returns is what it was written to return.
    private List<String> differences() {
        return (List<String>)
                Objects.requireNonNull(
                        browser.later(
                                "import('/js/views/compare/grids.js').then(async m => {"
                                        + "const grid = run => fetch(`/api/grid?run=${run}&probe=rank&scalar=rank_mean`).then(r => r.json());"
                                        + "done(m.difference(await grid('numbers-1'), await grid('classes-1')).value.flat().map(String)); })"));
    }

    private String fill(String figure, String cell) {
        return String.valueOf(browser.find("[data-figure='" + figure + "'] [data-open='" + cell + "']")
                .getAttribute("fill"));
    }

    @SuppressWarnings("unchecked") // What a script returns is what it was written to return.
    private Map<String, String> cells(String figure) {
        return (Map<String, String>) browser.run(
                "return Object.fromEntries([...document.querySelectorAll(`[data-figure=${arguments[0]}] [data-cell]`)]"
                        + ".map(cell => [cell.dataset.cell, cell.querySelector('text')?.textContent ?? '']))",
                figure);
    }

    private static String trimmed(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    /** The loops that {@link SampleRun} gives a layer at step 500. */
    private static PersistenceDiagram loops(int layer) {
        return new PersistenceDiagram.Builder(1)
                .add(0.5, 1.5 + layer)
                .add(0.75, 1.0)
                .build();
    }

    private static String config(String name, int seed, String target) {
        return "schema: 1\nname: " + name + "\nseed: " + seed + "\ntask:\n  data: digits\n  target: " + target
                + "\nnetwork:\n  layers: 3\n";
    }
}
