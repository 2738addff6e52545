package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.command.Failure;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.app.terminal.Screen;
import org.crease.homology.Budget;
import org.crease.homology.VietorisRips;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npy;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomologyCommandTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** A square of side 1: three components merge at 1, a loop lives from 1 to the diagonal. */
    private static final String SQUARE = "0 0\n1 0\n0 1\n1 1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static void refused(String message, String... words) {
        Homology run = Homology.of(words);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).contains(message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPipeGetsWhatRipserPrints() throws IOException {
        assertThat(Homology.of(file("a.txt", SQUARE)).out()).isEqualTo("""
                point cloud with 4 points in dimension 2
                value range: [1,1.41421]
                distance matrix with 4 points, using threshold at enclosing radius 1.41421
                persistence intervals in dim 0:
                 [0,1)
                 [0,1)
                 [0,1)
                 [0, )
                persistence intervals in dim 1:
                 [1,1.41421)
                """);
        assertThat(Homology.of(file("a.txt", SQUARE), "--threshold", "1.2").out())
                .startsWith("point cloud with 4 points in dimension 2\npersistence")
                .contains("in dim 1:\n [1, )\n");
        assertThat(Homology.of(file("d.lower", "1\n1 2\n2 1 1\n"), "--threshold", "1")
                        .out())
                .startsWith("value range: [1,2]\nsparse distance matrix with 4 points and 4/6 entries\n");
    }

    @Test
    void aTerminalGetsASummaryWithTheLongestBars() throws IOException {
        String out = Homology.on(new Screen(true, false, true, 60), file("a.txt", SQUARE))
                .out();
        assertThat(out)
                .contains(
                        "a.txt: 4 points in dimension 2; over Z/2, the whole filtration (nothing happens past 1.414)\n")
                .contains("H1     1         0   0.4142   1.000  1.414\n")
                .contains("→  0.0000 – inf\n", "━  1.000 – 1.414\n");
        assertThat(Homology.of(file("a.txt", SQUARE), "--show", "summary", "--threshold", "1.2")
                        .out())
                .contains("; over Z/2, up to scale 1.200\n", "alive at the end", ">  1.000 - inf\n");
    }

    @Test
    void jsonIsExactAndHasNullForNoDeath() throws IOException {
        assertThat(Homology.of(file("a.txt", SQUARE), "--json", "--field", "3").out())
                .isEqualTo("{\"field\":3,\"threshold\":1.4142135381698608,\"diagrams\":"
                        + "[[[0.0,1.0],[0.0,1.0],[0.0,1.0],[0.0,null]],[[1.0,1.4142135381698608]]]}\n");
    }

    @Test
    void diagramsAreWrittenAsArraysOrJson() throws IOException {
        String points = file("a.txt", SQUARE);
        Path arrays = folder.resolve("d.npz");
        assertThat(Homology.of(points, "--out", arrays.toString(), "--dim", "2").out())
                .isEmpty();
        assertThat(Npz.read(arrays))
                .containsOnlyKeys("h0", "h1", "h2")
                .containsEntry("h0", new Array(new double[] {0, 1, 0, 1, 0, 1, 0, INF}, 4, 2))
                .containsEntry("h2", new Array(new double[0], 0, 2));
        Path json = folder.resolve("d.json");
        assertThat(Homology.of(points, "--out", json.toString(), "--json").out())
                .isEqualTo(Files.readString(json));
    }

    @Test
    void p1_fewPointsHaveDiagrams() throws IOException {
        assertThat(Homology.of(file("one.txt", "3 4\n"), "--format", "point-cloud")
                        .out())
                .isEqualTo("""
                        point cloud with 1 points in dimension 2
                        distance matrix with 1 points
                        persistence intervals in dim 0:
                         [0, )
                        persistence intervals in dim 1:
                        """);
        assertThat(Homology.bars(Homology.of(file("two.txt", "0 0\n3 4\n")).out()))
                .containsExactly(
                        "persistence intervals in dim 0:", " [0,5)", " [0, )", "persistence intervals in dim 1:");
        Path none = folder.resolve("none.npy");
        Npy.write(none, new Array(new float[0], 0, 3));
        assertThat(Homology.of(none.toString(), "--json").out()).endsWith("\"diagrams\":[[],[]]}\n");
        assertThat(Homology.of(none.toString(), "--show", "summary").status()).isZero();
    }

    @Test
    void componentsAloneNeedNoMatrix() throws IOException {
        assertThat(Homology.of(file("a.txt", SQUARE), "--dim", "0").out()).isEqualTo("""
                        point cloud with 4 points in dimension 2
                        persistence intervals in dim 0:
                         [0,1)
                         [0,1)
                         [0,1)
                         [0, )
                        """);
    }

    @Test
    void theThresholdIsTakenAsFloatLikeTheDistances() throws IOException {
        assertThat(Homology.of(file("a.txt", "0.1\n"), "--format", "lower-distance", "--threshold", "0.1")
                        .out())
                .contains(" [0,0.1)\n");
    }

    @Test
    void metricsAreOfPoints() throws IOException {
        assertThat(Homology.of(file("a.txt", "1 0\n0 2\n"), "--metric", "cosine")
                        .out())
                .contains(" [0,1)\n");
        refused("--metric cosine is for points; ", file("d.lower", "1\n"), "--metric", "cosine");
        refused("--metric is 'taxi'; expected one of euclidean, ", file("a.txt", SQUARE), "--metric", "taxi");
    }

    @Test
    void l4_wrongWordsAreRefusedBeforeAnythingIsRead() {
        refused("--format is 'points'; expected one of lower-distance, ", "none", "--format", "points");
        refused("homology dimension is -1; it must not be negative", "none", "--dim", "-1");
        refused("threshold is -1.0; it must be zero or positive", "none", "--threshold", "-1");
        refused("--ratio is 0.5; a finite number of at least 1 is expected", "none", "--ratio", "0.5");
        refused("--show is 'all'; expected bars or summary", "none", "--show", "all");
        refused("--out is 'd.txt'; a name that ends in .npz or .json is expected", "none", "--out", "d.txt");
        refused(
                "there is no folder",
                "none",
                "--out",
                folder.resolve("no/d.npz").toString());
        refused("4", "none", "--modulus", "4");
        refused("no such file: none", "none");
        refused("no such file: none.npy", "none.npy");
        refused(folder + " is a folder; a file of points or distances is expected", folder.toString());
    }

    private static Filtration filtration(float threshold, long bytes) {
        return new Filtration(VietorisRips.upToDimension(1), threshold, Budget.ofBytes(bytes));
    }

    private Input square() throws IOException {
        return new InputFile(file("a.txt", SQUARE), null, false).read();
    }

    @Test
    void p6_whatDoesNotFitIntoMemoryIsRefused() throws IOException, InterruptedException {
        Filtration filtration = filtration(Float.POSITIVE_INFINITY, 100);
        FiniteMetricSpace space = filtration.space(square(), PointMetric.named(null));
        assertThat(space).isNotInstanceOf(DistanceMatrix.class);
        assertThatThrownBy(() -> filtration.diagrams(space, (done, doing) -> {}))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("4 points")
                .hasMessageContaining("; the budget is ")
                .hasMessageEndingWith("; CREASE_JAVA_OPTS=-Xmx.. gives more");
    }

    @Test
    void aThresholdSparesTheMatrix() throws IOException, InterruptedException {
        Filtration filtration = filtration(1, 100);
        FiniteMetricSpace space = filtration.space(square(), PointMetric.named(null));
        assertThat(space).isInstanceOf(SparseDistances.class);
        assertThat(filtration.diagrams(space, (done, doing) -> {}).of(1).toArray())
                .containsExactly(1, INF);
    }

    @Test
    void threadsDoNotMatter() throws IOException {
        String points = file("a.txt", SQUARE);
        assertThat(Homology.of(points, "--threads", "1").out())
                .isEqualTo(Homology.of(points, "--threads", "3").out());
        refused("number of threads is 0; it must be at least 1", points, "--threads", "0");
    }
}
