package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The handbook's page on configuration agrees with the records. */
class ConfigReferenceTest {

    private static final Path PAGE = Shipped.ROOT.resolve("docs/configuration.md");
    private static final String BEGIN = "<!-- made from the records: begin -->\n";
    private static final String END = "<!-- made from the records: end -->\n";

    @Test
    void thePagesTablesAreUpToDate() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));
        Shipped.assertUpToDate(PAGE, before + "\n" + ConfigReference.markdown(Shipped.probes()) + "\n" + after);
    }

    @Test
    void thePagesExampleIsRight() throws IOException {
        Matcher examples =
                Pattern.compile("```yaml\n(name: .*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        List<String> names = new ArrayList<>();
        while (examples.find()) {
            names.add(Configs.parse(examples.group(1), "page", Path.of("."), List.of(), Shipped.probes())
                    .name());
        }
        assertThat(names).isNotEmpty();
    }
}
