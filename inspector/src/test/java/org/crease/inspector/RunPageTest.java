package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** One run in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageTest {
    private static final String RUN = "#/run?run=twin-classes&probe=rank&scalar=rank_mean";

    private Path downloads = Path.of("");
    private Inspector inspector;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        Path runs = Files.createDirectory(directory.resolve("runs"));
        downloads = Files.createDirectory(directory.resolve("downloads"));
        SampleRun.write(runs, "twin-classes", "discontinuous", config("twin-classes", "  target: class\n"), 0);
        SampleRun.write(
                runs,
                "twin-numbers",
                "continuous",
                config("twin-numbers", "  target:\n    regression:\n      of: mean\n"),
                3);
        inspector = Inspector.onLoopback(runs);
        browser = Browser.open();
        browser.driver()
                .executeCdpCommand(
                        "Browser.setDownloadBehavior",
                        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @Test
    void theHeadTellsFactsAndTheTwin() {
        show(RUN);

        assertThat(browser.find("[data-tile='test/accuracy'] strong").getText()).isEqualTo("0.875");
        assertThat(browser.find("[data-tile=seed] strong").getText()).isEqualTo("7");
        assertThat(browser.find("[data-tile=took] strong").getText()).isEqualTo("1 min");
        assertThat(browser.find("a[data-twin]").getAttribute("href"))
                .endsWith("compare?runs=twin-classes%2Ctwin-numbers");
        browser.find(".fold:nth-child(2) summary").click();
        assertThat(browser.find("pre.config").getText()).startsWith("schema: 1\nname: twin-classes");
    }

    @Test
    void theProfileShowsTheFindingsOfTheStepThatTheSliderIsAt() {
        show(RUN);
        assertThat(profile()).containsExactlyElementsOf(ranks(500));

        browser.find("body").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(profile()).containsExactlyElementsOf(ranks(300));
        assertThat(browser.find(".here.column").getAttribute("data-step")).isEqualTo("300");
        assertThat(browser.run("return location.hash")).asString().contains("step=300");
        browser.screenshot("run");
    }

    @Test
    void anAddressBringsBackScalarStepAndSmoothing() {
        show("#/run?run=twin-classes&probe=rank&scalar=collapsed_share&step=200&smooth=0.5&log=1");

        assertThat(profile()).containsExactly("dense-1=0", "dense-2=0.25", "output=0.5");
        assertThat(browser.find(".charts output").getText()).isEqualTo("0.50");
        assertThat(browser.all("[data-raw]")).hasSize(2);
        assertThat(browser.find("[data-stamp='rank/collapsed_share']").getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void spacePlaysToTheEnd() {
        show(RUN + "&step=0");
        assertThat(profile()).containsExactlyElementsOf(ranks(0));

        browser.find("body").sendKeys(" ");
        browser.waitFor(() -> profile().equals(ranks(500)));
    }

    @Test
    void aStampOpensInTheMap() {
        show(RUN);
        browser.find("[data-stamp='topology/betti_1']").click();

        browser.waitFor(() ->
                browser.find("[data-figure=twin-classes-map] h3").getText().startsWith("betti 1"));
        // The output layer has no number there.
        assertThat(browser.all(".map rect[data-open]")).hasSize(12);
    }

    @Test
    void enterOpensTheMarkedLayer() {
        show(RUN + "&step=100");
        browser.find("body").sendKeys(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ENTER);

        browser.waitFor(
                () -> String.valueOf(browser.run("return location.hash")).contains("layer=dense-2"));
        assertThat(browser.run("return location.hash")).asString().contains("step=100");
    }

    @Test
    void aDrawingIsAsWideAsItsCardAndFillsTheWindowOnF() {
        show(RUN);
        assertThat(drawnWidth()).isEqualTo(cardWidth());

        browser.run("document.querySelector('[data-figure=twin-classes-map] .tools button').focus(); return 1");
        browser.driver().switchTo().activeElement().sendKeys("f");
        browser.find("figure.large");
        browser.waitFor(() -> drawnWidth() > 1150);
        assertThat(drawnWidth()).isEqualTo(cardWidth());
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        browser.waitFor(() -> drawnWidth() < 1000);
    }

    @Test
    void aDownloadedSvgHasItsColoursInIt() throws Exception {
        show(RUN);
        Path file = download("SVG", "twin-classes-map.svg");

        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        assertThat(svg.getAttribute("width")).isEqualTo(String.valueOf(drawnWidth()));
        assertThat(Files.readString(file)).doesNotContain("class=", "var(", "style=", "currentColor");
        NodeList cells = svg.getElementsByTagName("rect");
        long coloured = 0;
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            coloured +=
                    cell.hasAttribute("data-open") && cell.getAttribute("fill").startsWith("rgb(") ? 1 : 0;
        }
        assertThat(coloured).isEqualTo(18);
    }

    @Test
    void aDownloadedPngIsTwiceAsLarge() throws IOException {
        show(RUN);
        var picture = ImageIO.read(download("PNG", "twin-classes-map.png").toFile());

        assertThat(picture.getWidth()).isEqualTo(2 * drawnWidth());
        // The cell of the largest rank is in the brightest colour, the paper is white.
        assertThat(picture.getRGB(2, 2)).isEqualTo(0xffffffff);
    }

    @Test
    void aDownloadedCsvHoldsTheFindings() throws IOException {
        show(RUN);
        List<String> lines = Files.readAllLines(download("CSV", "twin-classes-map.csv"));

        assertThat(lines).hasSize(19).startsWith("layer,step,value", "dense-1,0,60", "dense-1,100,58");
        assertThat(lines).contains("output,500,10");
    }

    @Test
    void formulasInCsvAreDefusedAndNamesAreSafe() {
        show(RUN);
        assertThat(browser.later("import('/js/download.js').then(m => done(m.csv({name: ['=1+1', '@a', 'a,b', -2]})"
                        + ".replaceAll('\\r\\n', '|')))"))
                .isEqualTo("name|'=1+1|'@a|\"a,b\"|-2|");
        assertThat(browser.later("import('/js/download.js').then(m => done(m.fileName('../../<a b>.', 'svg')))"))
                .isEqualTo("a-b.svg");
    }

    @Test
    void smoothingStartsAtTheFirstValue() {
        show(RUN);
        assertThat(browser.later("import('/js/figures/smoothing.js').then(m => done(m.smooth([4, 2, null, 1], 0.5)))"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .satisfiesExactly(
                        first -> assertThat(((Number) first).doubleValue()).isEqualTo(4),
                        second -> assertThat(((Number) second).doubleValue()).isCloseTo(8.0 / 3, within(1e-12)),
                        third -> assertThat(third).isNull(),
                        fourth -> assertThat(((Number) fourth).doubleValue()).isCloseTo(12.0 / 7, within(1e-12)));
    }

    @Test
    void darkIsDark() {
        show(RUN);
        browser.find("body").sendKeys("d");

        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
        browser.screenshot("run-dark");
        browser.find("body").sendKeys("d");
    }

    private void show(String place) {
        browser.go("about:blank").go(inspector.address() + place);
        browser.find(".stamp");
        browser.find("[data-line]");
        browser.waitFor(() -> drawnWidth() == cardWidth());
    }

    private Path download(String kind, String file) {
        browser.find("[data-figure=twin-classes-map] details.menu summary").click();
        browser.find("[data-figure=twin-classes-map] [data-download=" + kind + "]")
                .click();
        Path path = downloads.resolve(file);
        browser.waitFor(() -> path.toFile().length() > 0); // empty while the browser still writes beside it
        return path;
    }

    private List<String> profile() {
        return browser.texts("[data-figure$=profile] [data-value]", "data-value");
    }

    private static List<String> ranks(long step) {
        return List.of(
                "dense-1=" + (int) SampleRun.meanRank(step, 0),
                "dense-2=" + (int) SampleRun.meanRank(step, 1),
                "output=" + (int) SampleRun.meanRank(step, 2));
    }

    private long drawnWidth() {
        return ((Number) browser.run(
                        "return document.querySelector('[data-figure=twin-classes-map] svg').viewBox.baseVal.width"))
                .longValue();
    }

    private long cardWidth() {
        return ((Number)
                        browser.run(
                                "return Math.floor(document.querySelector('[data-figure=twin-classes-map] .drawing').getBoundingClientRect().width)"))
                .longValue();
    }

    private static String config(String name, String target) {
        return "schema: 1\nname: " + name + "\nseed: 7\ntask:\n  data: digits\n" + target + "network:\n  layers: 3\n";
    }
}
