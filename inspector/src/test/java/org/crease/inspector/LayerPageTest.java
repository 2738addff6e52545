package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** One layer in a real browser: its figures hold the numbers that were recorded, and point at each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerPageTest {
    private Path runs = Path.of("");
    private Inspector inspector;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path runs) {
        LayerSample.write(runs, "ring");
        LayerSample.write(runs, "growing");
        this.runs = runs;
        LayerSample.writePictures(runs, "grey", 1);
        LayerSample.writePictures(runs, "colour", 3);
        LayerSample.writeBars(runs, "many", 2500);
        LayerSample.writeNumbers(runs, "numbers");
        SampleRun.write(runs, "bare", "discontinuous");
        inspector = Inspector.onLoopback(runs);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @Test
    void diagramAndBarcodeHoldEveryBar() {
        layer("run=ring&layer=dense-1&step=200");

        assertThat(browser.all("[data-kind=diagram] [data-bar]")).hasSize(51);
        assertThat(browser.all("[data-kind=barcode] [data-bar^='1/']")).hasSize(3);
        assertThat(browser.all("[data-kind=barcode] [data-infinite]")).hasSize(1);
        assertThat(browser.find("[data-kind=barcode]").getText()).contains("The 40 longest");
        browser.screenshot("layer");
        browser.find("[data-kind=barcode] header button[aria-pressed=false]").click();
        assertThat(browser.all("[data-kind=barcode] [data-bar^='0/']")).hasSize(48);
    }

    @Test
    void pointingAtABarMarksItInTheDiagramToo() {
        layer("run=ring&layer=dense-1&step=200");

        hover("[data-kind=barcode] [data-bar='1/0']");
        assertThat(browser.find("[data-kind=diagram] [data-mark=pointed]").getAttribute("data-bar-marked"))
                .isEqualTo("1/0");
        assertThat(browser.find(".tip").getText()).contains("H1: born at 0.3, dies at 1.6, lasts 1.3");
        hover("[data-kind=diagram] [data-bar='1/2']");
        assertThat(browser.find("[data-kind=barcode] [data-mark=pointed]").getAttribute("data-bar-marked"))
                .isEqualTo("1/2");
    }

    @Test
    void aBarMarksTheSamplesOfItsCocycleInEveryOpenLayer() {
        layer("run=ring&layers=dense-1,dense-2&step=0");

        press("[data-layer=dense-1] [data-kind=diagram] [data-bar='1/0']");

        for (String name : List.of("dense-1", "dense-2")) {
            assertThat(chosen("[data-layer=" + name + "] [data-kind=cloud]")).isEqualTo("100,101,146,147");
            assertThat(browser.all("[data-layer=" + name + "] [data-edge]"))
                    .extracting(edge -> edge.getAttribute("data-edge"))
                    .contains("100-146", "100-147", "101-147");
        }
        assertThat(browser.run("return location.hash").toString())
                .contains("points=100%2C101%2C146%2C147")
                .contains("bar=dense-1%7Ctopology%7C1%2F0");
        browser.screenshot("layers-side-by-side");

        String address = browser.run("return location.href").toString();
        browser.go("about:blank").go(address);
        assertThat(browser.all("[data-layer=dense-2] [data-kind=cloud] [data-edge]"))
                .hasSize(3);
        assertThat(chosen("[data-layer=dense-2] [data-kind=cloud]")).isEqualTo("100,101,146,147");
    }

    @Test
    void chosenSamplesStayWhileTheStepsPass() {
        layer("run=ring&layer=dense-1&step=0&points=104,105");

        browser.find("body").sendKeys(Keys.ARROW_RIGHT);

        assertThat(browser.find("[data-kind=diagram]").getText()).isNotEmpty();
        waitFor("return document.querySelector('.timeline output').textContent.startsWith('step 100')"
                + " && document.querySelector('[data-scalar=rank_mean]').textContent === '1.65'");
        assertThat(browser.find("[data-change=rank_mean]").getText()).isEqualTo("▼ 0.1");
        assertThat(chosen("[data-kind=cloud]")).isEqualTo("104,105");
        assertThat(browser.run("return location.hash").toString()).contains("step=100", "points=104%2C105");
        browser.find("body").sendKeys(Keys.ESCAPE);
        assertThat(chosen("[data-kind=cloud]")).isEmpty();
    }

    @Test
    void playingGoesToTheLastCheckpoint() {
        layer("run=ring&layer=dense-1&step=0");

        browser.find("button[aria-label='Play']").click();

        waitFor("return location.hash.includes('step=300')");
        waitFor("return document.querySelector('.play').textContent === '▶'");
        assertThat(browser.find("[data-scalar=rank_mean]").getText()).isEqualTo("1.45");
    }

    @Test
    void playingGoesOnWhereDrawingIsSlower() {
        layer("run=ring&layer=dense-1&step=0");
        browser.find("[data-kind=cloud]");
        browser.run("const fast = window.fetch;"
                + "window.fetch = (...asked) => new Promise(done => setTimeout(done, 400)).then(() => fast(...asked));"
                + "return true;");

        browser.find("button[aria-label='Play']").click();

        waitFor("return location.hash.includes('step=300')");
        waitFor("return document.querySelector('[data-scalar=rank_mean]').textContent === '1.45'");
    }

    @Test
    void aGrowingRunIsFollowedToItsLastCheckpoint() {
        layer("run=growing&layer=dense-1&step=300");
        browser.find("[data-kind=cloud]");

        LayerSample.grow(runs, "growing", 400);

        waitFor("return document.querySelector('.timeline output').textContent === 'step 400'"
                + " && document.querySelector('[data-scalar=rank_mean]')?.textContent === '1.35'");
        assertThat(browser.find("[data-change=rank_mean]").getText()).isEqualTo("▼ 0.1");
    }

    @Test
    void aPointOfTheCloudTellsItsSample() {
        layer("run=ring&layer=dense-2&step=0");

        hover("[data-kind=cloud] [data-id='104']");
        assertThat(browser.find(".tip").getText()).contains("sample 104", "upper half", "rank 1", "7 active units");
        assertThat(browser.find("[data-kind=cloud] [data-legend=class]").getText())
                .contains("upper half", "lower half");
        press("[data-kind=cloud] [data-id='104']");
        assertThat(chosen("[data-kind=cloud]")).isEqualTo("104");
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .click(browser.find("[data-kind=cloud] [data-id='110']"))
                .keyUp(Keys.SHIFT)
                .perform();
        assertThat(chosen("[data-kind=cloud]")).isEqualTo("104,110");
    }

    @Test
    void aLassoChoosesWhatItHolds() {
        layer("run=ring&layer=dense-1&step=0");
        long half =
                number("return document.querySelector('[data-kind=cloud] svg').getBoundingClientRect().width / 2 - 4");

        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .moveToElement(browser.find("[data-kind=cloud] svg"), (int) -half, -5)
                .clickAndHold()
                .moveByOffset((int) (2 * half), 0)
                .moveByOffset(0, -200)
                .moveByOffset((int) (-2 * half), 0)
                .release()
                .keyUp(Keys.SHIFT)
                .perform();

        assertThat(chosen("[data-kind=cloud]").split(",")).hasSizeBetween(8, 40).doesNotContain("136");
    }

    @Test
    void draggingTurnsTheCloudAndTheWheelBringsItNear() {
        layer("run=ring&layer=dense-1&step=300");
        String before = place("100");

        new Actions(browser.driver())
                .moveToElement(browser.find("[data-kind=cloud] svg"))
                .clickAndHold()
                .moveByOffset(60, 20)
                .release()
                .perform();
        String turned = place("100");
        assertThat(turned).isNotEqualTo(before);

        browser.run("document.querySelector('[data-kind=cloud] svg').dispatchEvent("
                + "new WheelEvent('wheel', {deltaY: -300, clientX: 900, clientY: 300, cancelable: true})); return 0");
        assertThat(place("100")).isNotEqualTo(turned);
        browser.find("[data-kind=cloud] button[title^='Look from']").click();
        assertThat(place("100")).isEqualTo(before);
    }

    @Test
    void samplesAreColouredByWhatOneAsksFor() {
        layer("run=ring&layer=dense-1&step=0&color=rank");

        assertThat(colors("[data-kind=cloud] [data-id]")).isEqualTo(2);
        assertThat(browser.find("[data-kind=cloud] .legend").getDomAttribute("data-legend"))
                .isEqualTo("rank");
        layer("run=ring&layer=dense-1&step=0&color=region");
        assertThat(colors("[data-kind=cloud] [data-id]")).isEqualTo(8);
    }

    @Test
    void theRanksAreCountedAndTheCollapsedOnesMarked() {
        layer("run=ring&layer=dense-1&step=0");

        assertThat(browser.find("[data-kind=ranks] [data-rank='1']").getDomAttribute("data-count"))
                .isEqualTo("12");
        assertThat(browser.all("[data-kind=ranks] [data-collapsed]")).hasSize(1);
        assertThat(browser.find("[data-kind=ranks] figcaption").getText()).startsWith("25 %");
        press("[data-kind=ranks] [data-rank='1']");
        assertThat(chosen("[data-kind=cloud]").split(",")).hasSize(12).contains("100", "104", "144");
    }

    @Test
    void bettiCurvesTellTheNumbersOfBars() {
        layer("run=ring&layer=dense-1&step=0");

        hover("[data-kind=betti] svg");
        assertThat(browser.find(".tip").getText()).contains("β0 = 1", "β1 = 1");
    }

    @Test
    void theDecisionBoundaryIsWhereTheOutputsAreEqual() {
        layer("run=ring&layer=dense-1&step=0");

        double left = frame("left");
        double width = frame("width");
        double expected = left + width * (LayerSample.BOUNDARY + 1) / 2;
        assertThat(real("return document.querySelector('.boundary path').getBBox().x"))
                .isCloseTo(expected, within(0.02));
        assertThat(real("return document.querySelector('.boundary path').getBBox().width"))
                .isLessThan(0.02);
        assertThat(real("return document.querySelector('.boundary path').getBBox().height"))
                .isCloseTo(width, within(0.02));
        assertThat(browser.all("[data-kind=regions] [data-group]"))
                .extracting(group -> group.getDomAttribute("data-group") + ":" + group.getDomAttribute("data-polygons"))
                .containsExactly("0:1", "1:1", "2:2");
    }

    @Test
    void aRegressionHasLevelLinesWhereItsOutputIsRound() {
        layer("run=numbers&layer=output&step=0");

        assertThat(browser.all(".boundary path"))
                .extracting(line -> line.getDomAttribute("data-level"))
                .containsExactly("0", "0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4");
        assertThat(browser.find("[data-kind=regions] figcaption").getText()).contains("the output is 0, 0.5, 1");
        String level = "document.querySelector('.boundary path[data-level=\"1\"]').getBBox()";
        assertThat(real("return " + level + ".x")).isCloseTo(frame("left"), within(0.02));
        assertThat(real("return " + level + ".width")).isCloseTo(frame("width") / 2, within(0.02));
        assertThat(browser.find("[data-kind=cloud] .legend").getDomAttribute("data-legend"))
                .isEqualTo("target");
    }

    @Test
    void boundariesAreExactWhereThreeClassesMeet() {
        layer("run=bare&layer=dense-1&step=0");

        // The outputs are x, -x and 2y - 1/2: the first two meet at x = 0 below y = 1/4, the third meets them where 2y
        // - 1/2 = |x|.
        assertThat(module("""
                const {decisionBoundary, decisionAreas} = await import('/js/figures/boundary.js');
                const {Polygons} = await import('/js/figures/polygons.js');
                const square = new Polygons(Float64Array.of(-1, -1, 1, -1, 1, 1, -1, 1), Int32Array.of(0, 4));
                const output = Float64Array.from([[-1, -1], [1, -1], [1, 1], [-1, 1]].flatMap(([x, y]) => [x, -x, 2 * y - 0.5]));
                const segments = decisionBoundary(square, output, 3).map(ends => ends.map(end => end.map(v => v.toFixed(3)).join(',')).sort().join(' '));
                const areas = decisionAreas(square, output, 3).map(parts => parts.reduce((sum, part) => sum + Math.abs(d3.polygonArea(part)), 0));
                return segments.sort().join(' | ') + ' ; ' + areas.map(area => area.toFixed(4)).join(' ');
                """))
                .isEqualTo(
                        "-1.000,0.750 0.000,0.250 | 0.000,-1.000 0.000,0.250 | 0.000,0.250 1.000,0.750 ; 1.5000 1.5000 1.0000");
    }

    @Test
    void aHundredThousandRegionsAreDrawnAndFoundAtOnce() {
        layer("run=bare&layer=dense-1&step=0");

        String answer = module("""
                const {Polygons} = await import('/js/figures/polygons.js');
                const {drawRegions} = await import('/js/figures/regions.js');
                const {Figure} = await import('/js/figure.js');
                const side = 316, count = side * side;
                const vertices = new Float64Array(8 * count);
                for (let i = 0; i < count; i++) {
                  const [x, y] = [i % side, Math.floor(i / side)];
                  vertices.set([x, y, x + 1, y, x + 1, y + 1, x, y + 1], 8 * i);
                }
                const polygons = new Polygons(vertices, Int32Array.from({length: count + 1}, (_, i) => 4 * i));
                const figure = new Figure({title: 'many', name: 'many', width: 600, height: 600});
                document.getElementById('page').append(figure.node);
                const from = performance.now();
                drawRegions(figure, polygons, {groups: [{color: '#ccc', name: 1, polygons: d3.range(count)}], window: [0, side, 0, side], legend: null},
                    {hover() {}, choose() {}});
                while (!figure.node.querySelector('.borders')) await new Promise(requestAnimationFrame);
                const drawn = performance.now() - from;
                polygons.at(0.5, 0.5);
                const then = performance.now();
                const found = polygons.at(100.5, 200.5);
                return [found, drawn < 6000, performance.now() - then < 20, Math.round(drawn)].join(' ');
                """);
        assertThat(answer)
                .as("region, drawn in time, found in time, milliseconds")
                .startsWith(200 * 316 + 100 + " true true");
    }

    @Test
    void aDamagedNpzIsRefusedInWords() {
        layer("run=bare&layer=dense-1&step=0");

        assertThat(module("""
                const {readNpz} = await import('/js/npz.js');
                const file = await (await fetch('/api/arrays?run=bare&step=0&layer=dense-1&probe=rank')).arrayBuffer();
                const tell = buffer => { try { return Object.keys(readNpz(buffer)).sort().join(); } catch (problem) { return problem.message; } };
                const changed = new Uint8Array(file.slice(0));
                changed[new TextDecoder('latin1').decode(changed).indexOf("'shape': (4") + 10] = 57;
                return [tell(file), tell(file.slice(0, 40)), tell(file.slice(30)), tell(changed.buffer)].join(' | ');
                """))
                .matches(
                        "id,rank,region,strata_count,strata_rank \\| not an npz: it has no directory \\| not an npz: its directory"
                                + " is damaged \\| \\w+\\.npy has (16|32) bytes of data, its shape asks for (36|72)");
    }

    @Test
    void aRegionTellsItsRankAreaAndHash() {
        layer("run=ring&layer=dense-1&step=0");

        new Actions(browser.driver())
                .moveToElement(browser.find("[data-kind=regions] .frame > rect"), 60, -60)
                .perform();
        browser.waitFor(() -> browser.find(".tip").getText().contains("region 3"));
        assertThat(browser.find(".tip").getText()).contains("rank 2", "area 1", "4 active units", "hash 1");
        new Actions(browser.driver())
                .moveToElement(browser.find("[data-kind=regions] .frame > rect"), -60, 60)
                .perform();
        browser.waitFor(() -> browser.find(".tip").getText().contains("region 0"));
        assertThat(browser.find(".tip").getText()).contains("rank 0", "hash ffffffffffffffff");
        browser.run("document.querySelector('[data-kind=regions]').scrollIntoView({block: 'end'}); return 0");
        browser.screenshot("layer-regions");
    }

    @Test
    void dataLieOnTheMapWhereTheyAre() {
        layer("run=ring&layer=output&step=0");

        double expected = frame("left") + frame("width") * (0.8 * Math.cos(LayerSample.angle(5)) + 1) / 2;
        assertThat(real("return +document.querySelector('[data-kind=regions] [data-id=\"105\"]').getAttribute('cx')"))
                .isCloseTo(expected, within(0.01));
    }

    @Test
    void aNodeOfTheGraphMarksItsMembers() {
        layer("run=ring&layer=dense-2&step=0");

        assertThat(browser.all("[data-node]")).hasSize(8);
        assertThat(browser.all("[data-kind=graph] [data-edge]")).hasSize(8);
        press("[data-node='0']");
        assertThat(chosen("[data-kind=cloud]")).isEqualTo("100,101,102,103,104,105,106,107");
        assertThat(browser.find("[data-node='0']").getDomAttribute("data-share"))
                .isEqualTo("1");
        assertThat(browser.find("[data-node='1']").getDomAttribute("data-share"))
                .isEqualTo("0.25");
        hover("[data-node='3']");
        assertThat(browser.find(".tip").getText()).contains("8 samples", "most are upper half", "purity 0.75");
        browser.screenshot("layer-mapper");
        assertThat(browser.all("[data-kind=cloud] [data-pointed]")).hasSize(8);
        hover("[data-kind=cloud] [data-id='107']");
        assertThat(number(
                        "return [...document.querySelectorAll('[data-kind=graph] path')].filter(ring => ring.getAttribute('d')?.length > 60)"
                                + ".length"))
                .as("sample 107 is in two nodes")
                .isEqualTo(2);
        browser.find("[data-kind=graph] select").sendKeys("purity");
        assertThat(colors("[data-node]")).isEqualTo(2);
    }

    @Test
    void aSampleIsShownAsItsPicture() {
        layer("run=grey&layer=conv&step=0");

        hover("[data-kind=cloud] [data-id='8']");
        assertThat(pixels()).isEqualTo("6x4:1=255/255/255");
        assertThat(browser.find(".tip").getText()).contains("sample 8", "target 1.5");
        layer("run=colour&layer=conv&step=0");
        hover("[data-kind=cloud] [data-id='9']");
        assertThat(pixels()).isEqualTo("6x4:2=255/0/0");
    }

    @Test
    void aRunWithoutACloudSaysHowToGetOne() {
        layer("run=bare&layer=dense-1&step=100");

        assertThat(browser.find(".hint").getText()).contains("crease replay bare --probes", "projection");
    }

    @Test
    void thousandsOfBarsStayFluent() {
        layer("run=many&layer=dense&step=0");

        browser.find("[data-kind=diagram] [data-bar]");
        assertThat(real("const from = performance.now();"
                        + "document.querySelector('[data-kind=barcode] header button[aria-pressed=false]').click();"
                        + "return performance.now() - from"))
                .as("milliseconds for 5000 bars")
                .isLessThan(1500);
        assertThat(number("return [...document.querySelectorAll('[data-kind=barcode] [data-lines]')]"
                        + ".reduce((sum, path) => sum + Number(path.dataset.lines), 0)"))
                .isEqualTo(5000);
        assertThat(browser.all("[data-kind=diagram] [data-bar]")).hasSize(1500);
    }

    @Test
    void theViewIsReadableInTheDark() {
        browser.go(inspector.address() + "#/runs");
        browser.run("localStorage.setItem('crease-theme', 'dark'); return 0");
        browser.go("about:blank");
        layer("run=ring&layer=dense-2&step=300&color=rank");
        browser.find("[data-kind=cloud] [data-id]");
        browser.screenshot("layer-dark");
        browser.run("localStorage.removeItem('crease-theme'); return 0");
        browser.go("about:blank");
    }

    private void layer(String parameters) {
        browser.go("about:blank").go(inspector.address() + "#/layer?" + parameters);
        browser.find(".layer .card, .layer figure");
    }

    private void hover(String selector) {
        new Actions(browser.driver()).moveToElement(browser.find(selector)).perform();
    }

    private void press(String selector) {
        new Actions(browser.driver())
                .moveToElement(browser.find(selector))
                .click()
                .perform();
    }

    private String chosen(String figure) {
        browser.find(figure + " [data-id]");
        return browser.run(
                        "return [...document.querySelectorAll(arguments[0] + ' [data-chosen]')].map(each => each.dataset.id).sort().join()",
                        figure)
                .toString();
    }

    /** What a script of modules returns. */
    private String module(String script) {
        return String.valueOf(browser.driver()
                .executeAsyncScript("const done = arguments[arguments.length - 1]; (async () => {" + script
                        + "})().then(done, problem => done('failed: ' + problem.stack));"));
    }

    private String place(String id) {
        return String.valueOf(
                browser.find("[data-kind=cloud] [data-id='" + id + "']").getDomAttribute("cx"));
    }

    private long colors(String selector) {
        browser.find(selector);
        return number("return new Set([...document.querySelectorAll(\"" + selector
                + "\")].map(each => each.getAttribute('fill'))).size");
    }

    private double frame(String what) {
        browser.find("[data-kind=regions] .frame");
        String name = what.equals("left") ? "x" : "width";
        return real("return +document.querySelector('[data-kind=regions] .frame').getAttribute('" + name + "')");
    }

    /** Size of the picture shown, and its pixels that are not black. */
    private String pixels() {
        browser.find(".tip canvas");
        return browser.run("""
                        const canvas = document.querySelector('.tip canvas');
                        const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
                        const lit = [...Array(data.length / 4).keys()].filter(i => data[4 * i] + data[4 * i + 1] + data[4 * i + 2] > 0);
                        return `${canvas.width}x${canvas.height}:` + lit.map(i => `${i}=${[...data.slice(4 * i, 4 * i + 3)].join('/')}`).join();
                        """).toString();
    }

    private void waitFor(String script) {
        browser.waitFor(script);
    }

    private double real(String script) {
        return ((Number) browser.run(script)).doubleValue();
    }

    private long number(String script) {
        return ((Number) browser.run(script)).longValue();
    }
}
