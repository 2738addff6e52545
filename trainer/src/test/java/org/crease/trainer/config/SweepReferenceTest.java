package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepObserver;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.Sweeps;
import org.crease.trainer.sweep.plan.SweepConfig;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handbook's page on sweeps agrees with the records, and what it shows works. */
class SweepReferenceTest {
    private static final Path PAGE = Shipped.ROOT.resolve("docs/sweeps.md");
    private static final String BEGIN = "<!-- made from the records: begin -->\n";
    private static final String END = "<!-- made from the records: end -->\n";

    @TempDir
    private Path folder;

    @Test
    void thePagesTablesAreUpToDate() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));
        String tables = ConfigReference.markdown(
                "sweep", SweepConfig.class, Set.of("initialization", "probe"), Shipped.probes());
        Shipped.assertUpToDate(PAGE, before + "\n" + tables + "\n" + after);
    }

    @Test
    void thePagesExampleRunsAndItsTableIsReadAsShown() throws Exception {
        Matcher example =
                Pattern.compile("```yaml\n(name: .*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        Path file = Files.writeString(folder.resolve("width.sweep.yaml"), example.group(1));
        SweepTable table = Sweeps.run(file, 2, SweepObserver.NONE);
        Statistic smallest = table.statistic(Map.of("m", "10", "n", "40"), null, "rank-min");
        assertThat(smallest.n()).isEqualTo(50);
        assertThat(smallest.mean()).isBetween(9.0, 10.0);
    }

    @Test
    void everyShippedSweepIsRight() throws IOException {
        try (var files = Files.walk(Shipped.CONFIGS)) {
            List<Path> sweeps = files.filter(file -> file.toString().endsWith(".sweep.yaml"))
                    .toList();
            assertThat(sweeps).hasSizeGreaterThan(4);
            for (Path sweep : sweeps) {
                assertThat(SweepPlan.read(sweep, List.of()).cells())
                        .as("%s", sweep)
                        .isNotEmpty();
            }
        }
    }
}
