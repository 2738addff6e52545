package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of docs/homology.md that begin with a prompt do what stands below them. */
class CommandGuideTest {
    private static final Pattern BLOCK =
            Pattern.compile("```\n\\$ printf '(.*?)' \\| crease homology (.*)\n((?:(?!```).*\n)*)```");

    record Example(String input, String words, String out) {}

    static Stream<Example> examples() throws IOException {
        List<Example> examples = BLOCK.matcher(Files.readString(Path.of("../docs/homology.md")))
                .results()
                .map(match -> new Example(match.group(1).replace("\\n", "\n"), match.group(2), match.group(3)))
                .toList();
        assertThat(examples).hasSizeGreaterThan(3);
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesAsTheGuideSays(Example example) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(example.input().getBytes(StandardCharsets.US_ASCII)));
            Homology run = Homology.of(example.words().split(" ", -1));
            assertThat(run.error()).isEmpty();
            assertThat(run.out()).isEqualTo(example.out());
        } finally {
            System.setIn(before);
        }
    }
}
