package org.crease.app.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crease.app.command.UserError;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DiagramDistanceCommandTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private final Captured captured = new Captured(Screen.PLAIN);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    /** The last error, or nothing. */
    private String error = "";

    @BeforeEach
    void writeFiles() throws IOException {
        Npz.write(
                folder.resolve("a.npz"),
                Map.of(
                        "h0", new Array(new double[] {0, INF, 0, 2}, 2, 2),
                        "h1", new Array(new float[] {1, 5}, 1, 2),
                        "betti", new Array(new int[] {1}, 1)));
        text("b.txt", """
                value range: [1,8]
                distance matrix with 3 points
                persistence intervals in dim 0:
                 [0,1)
                 [0, )
                persistence intervals in dim 1:
                """);
        text("c.json", "{\"field\":2,\"diagrams\":[[[0,null]],[[1,5.5],[2,3]]]}");
        text("d.txt", "persistence intervals in dim 0:\n [0,3.5)\n");
    }

    private void text(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private int run(String a, String b, String... options) {
        CommandLine line = new CommandLine(new DiagramDistanceCommand(captured.terminal()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            error = String.valueOf(failure.getMessage());
            return failure instanceof UserError || failure instanceof IllegalArgumentException ? 2 : 1;
        });
        String[] words = new String[options.length + 2];
        words[0] = folder.resolve(a).toString();
        words[1] = folder.resolve(b).toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return line.execute(words);
    }

    private void refused(String message, String a, String b, String... options) {
        assertThat(run(a, b, options)).isEqualTo(2);
        assertThat(error).contains(message).hasLineCount(1);
    }

    @Test
    void everyDimensionIsCompared() {
        assertThat(run("a.npz", "b.txt", "--kind", "bottleneck")).isZero();
        assertThat(captured.out().lines())
                .containsExactly("diagram  bottleneck", "H0            1.000", "H1            2.000");
    }

    @Test
    void jsonHasKindOrderAndDistances() {
        assertThat(run("a.npz", "c.json", "--kind", "wasserstein", "--order", "2", "--dim", "1", "--json"))
                .isZero();
        assertThat(captured.out())
                .contains("\"kind\" : \"wasserstein\"", "\"order\" : 2.0", "\"dimension\" : 1")
                .contains("\"distance\" : " + Math.sqrt(0.5));
    }

    @Test
    void infinitelyFarIsInfAndNull() {
        assertThat(run("b.txt", "d.txt", "--kind", "sliced-wasserstein", "--dim", "0"))
                .isZero();
        assertThat(run("b.txt", "d.txt", "--kind", "wasserstein", "--dim", "0", "--json"))
                .isZero();
        assertThat(captured.out()).contains(" inf\n", "\"distance\" : null");
    }

    @Test
    void l4_wrongWordsAreRefused() {
        refused("--kind is 'botleneck'; expected bottleneck,", "a.npz", "b.txt", "--kind", "botleneck");
        refused("--order is of --kind wasserstein only", "a.npz", "b.txt", "--kind", "bottleneck", "--order", "2");
        refused("order is 0.5; it must be finite", "a.npz", "b.txt", "--kind", "wasserstein", "--order", "0.5");
        refused("d.txt: no diagram of dimension 1", "a.npz", "d.txt", "--kind", "bottleneck", "--dim", "1");
        refused("of dimensions [0, 1], ", "a.npz", "d.txt", "--kind", "bottleneck");
    }

    @Test
    void wrongFilesAreRefusedWithThePlace() throws IOException {
        text("empty.txt", "");
        refused("empty.txt: no persistence diagram in it; expected npz", "empty.txt", "a.npz", "--kind", "bottleneck");
        text("bar.txt", "persistence intervals in dim 0:\n [0,1)\n [2,1)\n");
        refused("bar.txt:3: bar from 2.0 to 1.0; the birth", "bar.txt", "a.npz", "--kind", "bottleneck");
        text("word.txt", "persistence intervals in dim 0:\n [0,one)\n");
        refused("word.txt:2: 'one' is not a number", "word.txt", "a.npz", "--kind", "bottleneck");
        text("torn.txt", "persistence intervals in dim 0:\n [0,1\n");
        refused("torn.txt:2: '[0,1' is not a bar", "torn.txt", "a.npz", "--kind", "bottleneck");
        text("torn.json", "{\"diagrams\":[[[0,");
        refused("torn.json:1:", "torn.json", "a.npz", "--kind", "bottleneck");
        text("word.json", "{\"diagrams\":[[[0,\"x\"]]]}");
        refused("word.json: diagrams[0][0] is not a bar", "word.json", "a.npz", "--kind", "bottleneck");
        text("none.json", "{}");
        refused("none.json: no list \"diagrams\"", "none.json", "a.npz", "--kind", "bottleneck");
        Files.write(folder.resolve("cut.npz"), "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));
        refused("cut.npz", "cut.npz", "a.npz", "--kind", "bottleneck");
        Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        refused("neither npz nor text", "bytes", "a.npz", "--kind", "bottleneck");
    }

    @Test
    void wrongArraysAreRefusedWithTheirName() {
        Npz.write(folder.resolve("flat.npz"), Map.of("h0", new Array(new double[] {0, 1}, 2)));
        refused("flat.npz: array h0 has the shape [2]", "flat.npz", "a.npz", "--kind", "bottleneck");
        Npz.write(folder.resolve("whole.npz"), Map.of("h0", new Array(new int[] {0, 1}, 1, 2)));
        refused("whole.npz: array h0 holds ints", "whole.npz", "a.npz", "--kind", "bottleneck");
        Npz.write(folder.resolve("nan.npz"), Map.of("h1", new Array(new double[] {0, 1, 0, Double.NaN}, 2, 2)));
        refused("nan.npz: array h1, row 1: bar from 0.0 to NaN", "nan.npz", "a.npz", "--kind", "bottleneck");
    }
}
