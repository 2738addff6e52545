package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed is what Ripser prints for the same file and options; bars that are born at once may come in another order. */
class RipserTest {
    private static final Path RIPSER = Path.of("/usr/bin/ripser");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void requireRipser() {
        String missing = "ripser is not installed (looked for " + RIPSER + ")";
        if (!Files.exists(RIPSER) && "true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.fail(missing);
        }
        assumeTrue(Files.exists(RIPSER), missing);
    }

    private static List<String> ripser(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(RIPSER.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Homology.bars(out);
    }

    private static List<String> ours(String... words) {
        Homology run = Homology.of(words);
        assertThat(run.error()).isEmpty();
        return Homology.bars(run.out());
    }

    private static void assertAlike(String... words) throws IOException, InterruptedException {
        List<String> ours = ours(words);
        List<String> theirs = ripser(words);
        assertThat(births(ours)).as("%s", List.of(words)).isEqualTo(births(theirs));
        assertThat(ours).as("%s", List.of(words)).containsExactlyInAnyOrderElementsOf(theirs);
    }

    private static List<String> births(List<String> bars) {
        return bars.stream().map(bar -> bar.substring(0, bar.indexOf(',') + 1)).toList();
    }

    private String triangle(int size, boolean upper, Supplier<String> entry) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = 1; row < size; row++) {
            for (int k = 0; k < (upper ? size - row : row); k++) {
                text.append(k == 0 ? "" : ",").append(entry.get());
            }
            text.append('\n');
        }
        return Files.writeString(folder.resolve("triangle.txt"), text).toString();
    }

    private static Supplier<String> reals(long seed) {
        Random random = new Random(seed);
        return () -> Float.toString(random.nextFloat());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void p9_barsAreTheSame(long seed) throws IOException, InterruptedException {
        String file = triangle(24, false, reals(seed));
        for (List<String> options : List.of(
                List.of("--dim", "1"),
                List.of("--dim", "3"),
                List.of("--dim", "2", "--threshold", "0.35"),
                List.of("--dim", "2", "--ratio", "1.25"),
                List.of("--dim", "1", "--threshold", "0.5", "--ratio", "2"))) {
            List<String> words = new ArrayList<>(options);
            words.addAll(List.of("--format", "lower-distance", file));
            assertAlike(words.toArray(String[]::new));
        }
    }

    @Test
    void p9_otherFormatsAreReadAlike() throws IOException, InterruptedException {
        String upper = triangle(20, true, reals(5));
        assertAlike("--format", "upper-distance", "--dim", "2", upper);
        StringBuilder points = new StringBuilder();
        StringBuilder pairs = new StringBuilder();
        Random random = new Random(6);
        for (int k = 0; k < 40; k++) {
            points.append(String.format(Locale.ROOT, "%d %d %d%n", random.nextInt(999), random.nextInt(999), k));
            pairs.append(k)
                    .append(' ')
                    .append((k + 1 + random.nextInt(20)) % 40)
                    .append(' ')
                    .append(random.nextFloat())
                    .append('\n');
        }
        String cloud = Files.writeString(folder.resolve("points.txt"), points).toString();
        assertAlike("--format", "point-cloud", "--dim", "2", cloud);
        String sparse = Files.writeString(folder.resolve("pairs.txt"), pairs).toString();
        assertAlike("--format", "sparse", "--dim", "1", sparse);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void p2_amongTiesBarsAreTheSame(long seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        String file = triangle(30, false, () -> "" + (1 + random.nextInt(9)));
        assertAlike("--format", "lower-distance", "--dim", "2", file);
    }

    @Test
    void theHeadingIsRipsers() throws IOException, InterruptedException {
        String file = triangle(12, false, reals(9));
        Process process = new ProcessBuilder(RIPSER.toString(), "--format", "lower-distance", file).start();
        String theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(Homology.of("--format", "lower-distance", file).out()).isEqualTo(theirs);
    }
}
