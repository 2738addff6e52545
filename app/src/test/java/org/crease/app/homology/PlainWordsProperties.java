package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Terminal;
import picocli.CommandLine;

class PlainWordsProperties {
    private final Terminal terminal = new Captured(Screen.PLAIN).terminal();

    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> options = Arbitraries.of(
                "--format",
                "--dim",
                "--threshold",
                "--modulus",
                "--field",
                "--metric",
                "--ratio",
                "--threads",
                "--out",
                "--show",
                "--lower-half",
                "--representatives",
                "--longest",
                "--verify",
                "--json",
                "--kernels",
                "--help",
                "--dim=2",
                "-x",
                "--",
                "-");
        Arbitrary<String> values = Arbitraries.of(
                "a.txt",
                "2",
                "007",
                "1.5",
                ".5",
                "3.",
                "1e3",
                "-1",
                "0x10",
                "inf",
                "12345678901",
                "2,5",
                "@words",
                "'a'",
                "\"2\"",
                "",
                "a b",
                "cpu",
                "homology",
                "1.2.3",
                "4f");
        return Arbitraries.oneOf(options, values, values).list().ofMaxSize(7);
    }

    /** What is taken is taken as the command line takes it. */
    @Property(tries = 3000)
    void plainWordsMeanWhatTheyMeanToTheCommandLine(@ForAll("words") List<String> words) {
        Optional<HomologyCommand> plain = plain(words);
        if (plain.isPresent()) {
            HomologyCommand command = new HomologyCommand(terminal);
            new CommandLine(command).parseArgs(words.toArray(String[]::new));
            assertThat(plain.get())
                    .usingRecursiveComparison()
                    .ignoringFields("complexes", "representatives", "limits", "kernels")
                    .isEqualTo(command);
            assertThat(plain.get().representatives == null ? new RepresentativeOptions() : plain.get().representatives)
                    .usingRecursiveComparison()
                    .isEqualTo(command.representatives);
            assertThat(words).doesNotContain("--complex", "--kernels", "--lower-half");
        }
    }

    @Example
    void usualWordsArePlain() {
        assertThat(plain(List.of("a.txt"))).isPresent();
        assertThat(plain(List.of("-", "--format", "point-cloud", "--dim", "2", "--threshold", "1.5", "--ratio", "2")))
                .isPresent();
        assertThat(plain(List.of("--modulus", "3", "--threads", "1", "--show", "bars", "--out", "d.npz", "a b.txt")))
                .isPresent();
        assertThat(plain(List.of("--metric", "cosine", "a.txt"))).isPresent();
        assertThat(plain(List.of("a.txt", "--representatives", "--longest", "3", "--verify", "--json")))
                .isPresent();
    }

    @Example
    void othersAreNot() {
        assertThat(plain(List.of())).isEmpty();
        assertThat(plain(List.of("a.txt", "b.txt"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--help"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--dim"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--dim", "1", "--dim", "2"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--verify", "--verify"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--verify", "true"))).isEmpty();
        assertThat(plain(List.of("a.txt", "--out", "-"))).isEmpty();
        assertThat(PlainWords.homology(terminal, "doctor", "a.txt")).isEmpty();
        assertThat(PlainWords.homology(terminal)).isEmpty();
    }

    private Optional<HomologyCommand> plain(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.add(0, "homology");
        return PlainWords.homology(terminal, all.toArray(String[]::new));
    }
}
