package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, from the table of runs to a layer's diagram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private Inspector inspector;
    private Browser browser;

    @BeforeAll
    void open(@TempDir Path runs) {
        SampleRun.write(runs, "twin-classes", "discontinuous");
        SampleRun.write(runs, "twin-numbers", "continuous");
        inspector = Inspector.onLoopback(runs);
        browser = Browser.open();
    }

    @AfterAll
    void close() {
        browser.close();
        inspector.close();
    }

    @Test
    void theTableListsEveryRunWithItsFinalMetrics() {
        browser.go(inspector.address());

        assertThat(browser.all("tr[data-run]")).hasSize(2);
        assertThat(browser.find("tr[data-run=twin-classes]").getText())
                .contains("done", "discontinuous", "500", "0.4167", "0.875");
        browser.screenshot("runs");
    }

    @Test
    void aCellOfTheMapOpensThatLayerAtThatStep() {
        browser.go(inspector.address() + "#/run?run=twin-classes&probe=rank&scalar=rank_mean");

        assertThat(browser.all("rect[data-open]")).hasSize(18);
        browser.screenshot("run");
        browser.find("rect[data-open='300/dense-2']").click();

        assertThat(browser.find("[data-probe=rank] [data-scalar=rank_mean]").getText())
                .isEqualTo("34");
        assertThat(browser.all("[data-kind=diagram] [data-bar]")).hasSize(5);
        browser.screenshot("layer");
    }
}
