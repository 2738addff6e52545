package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Java in the handbook's pages on homology is that which tests called {@code *GuideTest} run. */
class GuidesTest {
    private static final Pattern TESTED = Pattern.compile("// guide: begin\n(.*?)// guide: end", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theLinesOfTheGuidesAreTestedLines() throws IOException {
        List<String> shown = Stream.of("homology.md", "distances.md", "complexes.md")
                .flatMap(page -> lines(SHOWN, Path.of("../docs", page)))
                .toList();
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            assertThat(tests.filter(file -> file.toString().endsWith("GuideTest.java"))
                            .flatMap(file -> lines(TESTED, file)))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static Stream<String> lines(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1).stripIndent().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
