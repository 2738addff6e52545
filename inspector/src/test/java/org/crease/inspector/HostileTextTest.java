package org.crease.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.Actions;

/** Whatever the texts of a run say, the page shows them as text. */
class HostileTextTest {
    private static final String TEXT = "\"'><img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>";

    @Test
    void h4_noTextOfARunBecomesMarkup(@TempDir Path runs) {
        LayerSample.writeTexts(runs, "hostile", TEXT);
        String text = URLEncoder.encode(TEXT, StandardCharsets.UTF_8);
        List<String> places = List.of(
                "runs",
                "run?run=hostile",
                "run?run=hostile&probe=" + URLEncoder.encode("rank" + TEXT, StandardCharsets.UTF_8) + "&scalar=" + text,
                "layer?run=hostile&step=0&layer=" + text,
                "layer?run=" + text + "&step=0&layer=" + text,
                "layer?run=hostile&step=0&layer=" + text + "&points=" + text + "&bar=" + text + "&color=" + text,
                text);
        try (Inspector inspector = Inspector.onLoopback(runs);
                Browser browser = Browser.open()) {
            for (String place : places) {
                browser.go("about:blank").go(inspector.address() + "#/" + place);
                browser.find("#page *");
                browser.waitFor("return document.readyState === 'complete'");
                innocent(browser, place);
                browser.complaints();
            }
            browser.go("about:blank").go(inspector.address() + "#/" + places.get(3));
            assertThat(browser.find("[data-kind=cloud] .legend").getText()).contains("img src=x");
            assertThat(browser.find(".summary h3").getText()).contains("onerror");
            for (String selector :
                    List.of("[data-kind=cloud] [data-id]", "[data-node]", "[data-kind=diagram] [data-bar='1/0']")) {
                new Actions(browser.driver())
                        .moveToElement(browser.find(selector))
                        .click()
                        .perform();
                innocent(browser, selector);
            }
        }
    }

    private static void innocent(Browser browser, String where) {
        assertThat(browser.run("return window.owned ?? 'no'")).as(where).isEqualTo("no");
        assertThat(browser.run(
                        "return document.querySelectorAll('#page img, #page script, #head script, .tip img').length"))
                .as(where)
                .isEqualTo(0L);
    }
}
