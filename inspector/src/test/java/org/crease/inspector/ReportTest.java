package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.inspector.report.Report;
import org.crease.inspector.runs.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A report opened as a file, with no server anywhere. */
class ReportTest {

    @Test
    void h6_aReportShowsTheFiguresOfTheRunAndAsksForNothing(@TempDir Path folder) {
        Path runs = folder.resolve("runs");
        SampleRun.write(runs, "twin-classes", "discontinuous");
        Path file = folder.resolve("report.html");
        Report.write(Catalogue.in(runs), 3, file);

        try (Browser browser = Browser.open()) {
            browser.go(file.toUri());
            assertThat(browser.find("tr[data-run=twin-classes]").getText()).contains("0.875");
            browser.go(file.toUri() + "#/run?run=twin-classes&probe=rank&scalar=rank_mean");
            browser.find("rect[data-open='500/dense-2']").click();
            assertThat(browser.find("[data-probe=rank] [data-scalar=rank_mean]").getText())
                    .isEqualTo("30");
            assertThat(browser.all("[data-kind=diagram] [data-bar]")).hasSize(5);
            browser.screenshot("report");
            assertThat(browser.run("return performance.getEntriesByType('resource')"
                            + ".filter(each => !/^(data|blob):/.test(each.name)).map(each => each.name).join()"))
                    .isEqualTo("");
        }
    }

    @Test
    void comparesItsRunsWithDistances(@TempDir Path folder) {
        Path runs = folder.resolve("runs");
        SampleRun.write(runs, "twin-classes", "discontinuous");
        SampleRun.write(runs, "twin-numbers", "continuous");
        Path file = folder.resolve("report.html");
        Report.write(Catalogue.in(runs), 6, file);

        try (Browser browser = Browser.open()) {
            browser.go(file.toUri() + "#/compare?runs=twin-classes,twin-numbers");
            browser.waitFor(() -> browser.driver()
                            .findElements(By.cssSelector("figure[data-complete=true]"))
                            .size()
                    == 2);
            assertThat(browser.find("section.distances").getText()).contains("twin-classes", "twin-numbers");
            browser.screenshot("report-compare");
        }
    }

    @Test
    void h6_whatDataSayEndsNoScript(@TempDir Path folder) throws IOException {
        Path runs = folder.resolve("runs");
        SampleRun.write(runs, "plain", "continuous");
        Path file = folder.resolve("report.html");
        Report.write(Catalogue.in(runs), 2, file);

        String html = Files.readString(file);
        String island = html.substring(html.indexOf("id=\"recorded\">"), html.indexOf("</script>"));
        assertThat(island.substring(island.indexOf('>') + 1)).doesNotContain("<", "\u2028");
        assertThat(html).contains("default-src 'none'");
    }
}
