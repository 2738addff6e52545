package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The table of runs in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsPageTest {
    private static final int RUNS = 150;

    private Path runs = Path.of("");
    private Inspector inspector;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path directory) {
        runs = directory;
        for (int i = 0; i < RUNS; i++) {
            write("run-" + i, i);
        }
        inspector = Inspector.onLoopback(runs);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @BeforeEach
    void show() {
        browser.go("about:blank").go(inspector.address());
        browser.find("tr[data-run]");
    }

    @Test
    void rowsOutOfViewAreNotDrawn() {
        assertThat(browser.find("h1").getText()).isEqualTo(RUNS + " runs");
        assertThat(browser.all("tr[data-run]")).hasSizeLessThan(60);
        browser.run("const t = document.querySelector('.run-table'); t.scrollTop = t.scrollHeight; return 1");

        browser.waitFor(() -> names().contains("run-0"));
    }

    @Test
    void aHeadingSortsAndSortsTheOtherWay() {
        browser.find("[data-sort=loss]").click();
        assertThat(names()).startsWith("run-0", "run-1", "run-2");

        browser.find("[data-sort=loss]").click();
        assertThat(names()).startsWith("run-149", "run-148", "run-147");
        assertThat(browser.find("th[aria-sort=descending]").getText()).startsWith("Loss");
    }

    @Test
    void aSearchIsInstantAndIsInTheAddress() {
        WebElement field = browser.find("#search");
        field.sendKeys("continuous RUN-14");

        assertThat(browser.find("h1").getText()).isEqualTo("11 of 150 runs");
        assertThat(names()).contains("run-14", "run-140", "run-149");
        assertThat(browser.run("return location.hash")).isEqualTo("#/runs?search=continuous+RUN-14");
        field.sendKeys(" nothing");
        assertThat(browser.find(".nothing").getText()).isEqualTo("No run matches.");
    }

    @Test
    void keysWalkSelectAndOpen() {
        WebElement body = browser.find("body");
        browser.find("[data-sort=loss]").click();
        body.sendKeys("j", "j", "x", "j", "x");
        assertThat(browser.all("tr[aria-selected=true]").stream().map(row -> row.getAttribute("data-run")))
                .containsExactly("run-1", "run-2");
        assertThat(browser.find("[data-act=compare]").getText()).isEqualTo("Compare 2");

        body.sendKeys("/");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("search");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
        body.sendKeys(Keys.ENTER);
        assertThat(browser.find("[data-view=run] h1").getText()).isEqualTo("run-2");
    }

    @Test
    void aNewRunAppearsAndSelectionAndPlaceStay() {
        browser.find("[data-sort=loss]").click();
        browser.find("tr[data-run=run-3] input").click();
        browser.run("document.querySelector('.run-table').scrollTop = 640; return 1");
        browser.waitFor(() -> names().contains("run-40"));
        String first = top();

        write("zz-late", -1);
        browser.waitFor(() -> browser.find("h1").getText().equals(RUNS + 1 + " runs"));
        assertThat(top()).isEqualTo(first);
        assertThat(browser.find("[data-act=compare]").getText()).isEqualTo("Compare 1");
        SampleRun.delete(runs.resolve("zz-late"));
        browser.waitFor(() -> browser.find("h1").getText().equals(RUNS + " runs"));
    }

    @Test
    void aPinnedRunComesFirst() {
        browser.find("[data-sort=loss]").click();
        browser.find("tr[data-run=run-5] [data-act=pin]").click();
        browser.waitFor(() -> names().get(0).equals("run-5"));
        browser.screenshot("runs-many");

        browser.find("tr[data-run=run-5] [data-act=pin]").click();
        browser.waitFor(() -> names().get(0).equals("run-0"));
    }

    @Test
    void tagsAreKeptAndFound() {
        browser.find("[data-sort=loss]").click();
        tag("run-6", "good idea, later");
        browser.waitFor(() -> tags("run-6").equals(List.of("good idea", "later")));

        browser.find("tr[data-run=run-6] .tag").click();
        assertThat(browser.find("h1").getText()).isEqualTo("1 of 150 runs");
        browser.go("about:blank").go(inspector.address() + "#/runs?search=later");
        browser.find("tr[data-run=run-6]");
        assertThat(tags("run-6")).containsExactly("good idea", "later");
        tag("run-6", " ");
        browser.waitFor(() -> browser.find("h1").getText().equals("0 of 150 runs"));
    }

    @Test
    void aHiddenRunIsShownOnDemand() {
        browser.find("[data-sort=loss]").click();
        browser.find("body").sendKeys("j", "h");
        browser.waitFor(() -> browser.find("h1").getText().equals("149 of 150 runs"));

        browser.find("label input[type=checkbox]").click();
        assertThat(browser.find("tr[data-run=run-0]").getAttribute("class")).contains("hidden-run");
        browser.find("tr[data-run=run-0] [data-act=hide]").click();
        browser.waitFor(() ->
                browser.driver().findElements(By.cssSelector(".hidden-run")).isEmpty());
    }

    @Test
    void deletingAsksForTheName() {
        write("zz-old", -2);
        browser.find("[data-sort=run]").click();
        browser.find("[data-sort=run]").click();
        browser.waitFor(() -> names().get(0).equals("zz-old"));
        browser.find("tr[data-run=zz-old] [data-act=delete]").click();
        WebElement button = browser.find("dialog button.danger");
        WebElement field = browser.find("dialog input");

        field.sendKeys("zz-ol");
        assertThat(button.isEnabled()).isFalse();
        field.sendKeys("d");
        button.click();
        browser.waitFor(() -> browser.find("h1").getText().equals(RUNS + " runs"));
        assertThat(runs.resolve("zz-old")).doesNotExist();
    }

    @Test
    void selectedRunsGoToTheComparison() {
        browser.find("[data-sort=loss]").click();
        browser.find("tr[data-run=run-1] input").click();
        browser.find("tr[data-run=run-3] input").click();
        browser.find("[data-act=report]").click();
        assertThat(browser.find("dialog pre").getText()).isEqualTo("crease report run-1 run-3 --out report.html");
        browser.find("dialog form button").click();

        browser.find("[data-act=compare]").click();
        browser.find("[data-view=compare] [data-run=run-3]");
        assertThat(browser.run("return location.hash")).isEqualTo("#/compare?runs=run-1%2Crun-3");
    }

    @Test
    void questionMarkListsTheKeys() {
        browser.find("body").sendKeys("?");

        assertThat(browser.find("dialog.keys").getText()).contains("search", "next run", "compare the selected runs");
        browser.find("dialog.keys button").click();
        assertThat(browser.driver().findElements(By.cssSelector("dialog"))).isEmpty();
    }

    private void tag(String run, String words) {
        browser.find("tr[data-run=" + run + "] [data-act=tag]").click();
        WebElement field = browser.find("dialog input");
        field.clear();
        field.sendKeys(words, Keys.ENTER);
    }

    private List<String> tags(String run) {
        return browser.driver().findElements(By.cssSelector("tr[data-run=" + run + "] .tag")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private List<String> names() {
        return browser.texts("tr[data-run]", "data-run");
    }

    /** The first run that is seen. */
    private String top() {
        return (String)
                browser.run(
                        "const t = document.querySelector('.run-table');"
                                + "const edge = t.querySelector('thead').getBoundingClientRect().bottom;"
                                + "return [...t.querySelectorAll('tr[data-run]')].find(r => r.getBoundingClientRect().top >= edge - 1).dataset.run");
    }

    private void write(String name, int i) {
        Instant when = SampleRun.WHEN.plusSeconds(i);
        try (RunDirectory run = RunDirectory.create(runs, name)) {
            run.writeConfig("name: " + name + "\n");
            run.write(new Manifest(
                    RunDirectory.FORMAT,
                    name,
                    i % 10 == 9 ? Manifest.Status.FAILED : Manifest.Status.DONE,
                    i,
                    "continuous",
                    Map.of(),
                    "cpu",
                    Map.of(),
                    when,
                    when,
                    i % 10 == 9 ? "the loss is no number" : null,
                    i,
                    List.of("output"),
                    Map.of("test/loss", i / 100.0, "test/r2", 0.5)));
        }
    }
}
