package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HomologyHelpTest {
    private final CommandLine line = HomologyHelp.line(new Captured(Screen.PLAIN).terminal());

    @Test
    void everyOptionIsShownOnceInItsGroup() {
        String help = line.getUsageMessage();
        List<String> shown = Pattern.compile("^ +(--[a-z, -]+)", Pattern.MULTILINE)
                .matcher(help)
                .results()
                .flatMap(match -> Arrays.stream(match.group(1).strip().split(", ", -1)))
                .toList();
        List<String> names = new ArrayList<>();
        line.getCommandSpec().options().forEach(option -> Collections.addAll(names, option.names()));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(names);
        assertThat(help)
                .containsSubsequence(
                        "\nInput\n",
                        "--format",
                        "\nFiltration\n",
                        "--complex",
                        "\nRepresentatives\n",
                        "--verify",
                        "\nOutput\n",
                        "--json",
                        "\nLimits\n",
                        "--estimate")
                .doesNotContain("Options:");
        assertThat(line.getCommandSpec().usageMessage().footer()).allMatch(each -> each.length() < 80);
    }

    @Test
    void examplesAreUnderstood() {
        List<String> examples = Arrays.stream(
                        line.getCommandSpec().usageMessage().footer())
                .filter(each -> each.startsWith("  $ "))
                .toList();
        assertThat(examples).hasSizeGreaterThan(5);
        for (String example : examples) {
            String words = example.replaceFirst(".*crease homology ", "").replaceFirst(" (  .*|\\|.*)$", "");
            assertThat(line.parseArgs(words.strip().split(" ", -1)).errors()).isEmpty();
        }
    }
}
