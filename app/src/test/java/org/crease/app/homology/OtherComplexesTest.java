package org.crease.app.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crease.app.terminal.Screen;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OtherComplexesTest {
    private static final String SQUARE = "0 0\n1 0\n0 1\n1 1\n";
    private static final String LINE = "0\n1\n2\n3\n4\n5\n6\n7\n8\n";
    private static final String RING = "0 0 0\n0 9 0\n1 1 1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "a", ".txt"), text)
                .toString();
    }

    /** Corners of a regular polygon, as far from the centre as 1. */
    private String polygon(int corners) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < corners; k++) {
            double angle = 2 * Math.PI * k / corners;
            text.append(String.format(Locale.ROOT, "%.9f %.9f%n", Math.cos(angle), Math.sin(angle)));
        }
        return file(text.toString());
    }

    private static String out(String... words) {
        Homology run = Homology.of(words);
        assertThat(run.error()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    private static JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        return JsonMapper.shared().readTree(out(all.toArray(String[]::new)));
    }

    private static void refused(String message, String... words) {
        Homology run = Homology.of(words);
        assertThat(run.error()).contains(message).hasLineCount(1);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    /** Balls around the corners of a square touch at 1/2 and cover it at √2/2. */
    @Test
    void alphaIsOfBallsAroundPoints() throws IOException {
        assertThat(out(file(SQUARE), "--complex", "alpha")).isEqualTo("""
                point cloud with 4 points in dimension 2
                alpha complex with 11 simplices; scales are radii
                persistence intervals in dim 0:
                 [0,0.5)
                 [0,0.5)
                 [0,0.5)
                 [0, )
                persistence intervals in dim 1:
                 [0.5,0.707107)
                """);
        JsonNode json = json(file(SQUARE), "--complex", "alpha", "--dim", "0", "--modulus", "3");
        assertThat(json.path("complex").toString()).isEqualTo("{\"name\":\"alpha\",\"simplices\":11}");
        assertThat(json.path("diagrams").size()).isEqualTo(1);
        assertThat(json.path("field").asInt()).isEqualTo(3);
    }

    /** Of a regular tetrahedron with edges of √2: triangles are filled at √2/√3, the inside at √3/2. */
    @Test
    void alphaOfSpaceHasVoids() throws IOException {
        assertThat(out(file("0 0 0\n1 1 0\n1 0 1\n0 1 1\n"), "--complex", "alpha", "--format", "point-cloud"))
                .contains("in dim 1:\n [0.707107,0.816497)\n", "in dim 2:\n [0.816497,0.866025)\n");
    }

    @Test
    void aThresholdCutsWhatWasComputedToTheEnd() throws IOException {
        JsonNode json = json(file(SQUARE), "--complex", "alpha", "--threshold", "0.6");
        assertThat(json.path("diagrams").get(1).toString()).isEqualTo("[[0.5,null]]");
        assertThat(json.path("threshold").asDouble()).isEqualTo((float) 0.6);
        assertThat(out(file(SQUARE), "--complex", "alpha", "--threshold", "0.4"))
                .endsWith("dim 0:\n [0, )\n [0, )\n [0, )\n [0, )\npersistence intervals in dim 1:\n");
    }

    @Test
    void cubicalIsOfTextOrArrays() throws IOException {
        assertThat(out(file(RING), "--complex", "cubical")).isEqualTo("""
                cubical complex of an array of shape 3 x 3; scales are entries
                persistence intervals in dim 0:
                 [0, )
                persistence intervals in dim 1:
                 [1,9)
                """);
        assertThat(out(file("0 2 1\n"), "--complex", "cubical")).endsWith("dim 0:\n [1,2)\n [0, )\n");
        double[] shell = new double[27];
        shell[13] = 5;
        Path array = folder.resolve("shell");
        Npy.write(array, new Array(shell, 3, 3, 3));
        JsonNode json = json(array.toString(), "--complex", "cubical");
        assertThat(json.path("diagrams").toString()).isEqualTo("[[[0.0,null]],[],[[0.0,5.0]]]");
        assertThat(json.path("complex").path("shape").toString()).isEqualTo("[3,3,3]");
    }

    @Test
    void entriesMayBeNegativeOrNeverEnter() throws IOException {
        String image = file("-2.5 0 -1.25 inf\n");
        assertThat(out(image, "--complex", "cubical")).endsWith("dim 0:\n [-1.25,0)\n [-2.5, )\n");
        String summary = Homology.on(new Screen(true, false, true, 60), image, "--complex", "cubical")
                .out();
        assertThat(summary).contains(": 4 entries, 4; over Z/2", "━━→  -2.500 – inf\n", "  -1.250 – 0.0000\n");
        assertThat(out(image, "--complex", "cubical", "--threshold", "-2")).endsWith("dim 0:\n [-2.5, )\n");
    }

    /** Of points 0 to 8 on a line: 0, 8, 4 are taken, and each point is within 2 of one. */
    @Test
    void landmarksComeWithTheirBound() throws IOException {
        String line = file(LINE);
        assertThat(out(line, "--format", "point-cloud", "--landmarks", "3")).isEqualTo("""
                point cloud with 9 points in dimension 1
                3 max-min landmarks of 9 points, covering radius 2
                bottleneck distance from the diagrams of all points at most 4
                persistence intervals in dim 0:
                 [0,4)
                 [0,4)
                 [0, )
                persistence intervals in dim 1:
                """);
        assertThat(json(line, "--format", "point-cloud", "--landmarks", "3")
                        .path("complex")
                        .toString())
                .isEqualTo("{\"name\":\"rips\",\"points\":9,\"landmarks\":[0,4,8],\"covering_radius\":2.0,"
                        + "\"bottleneck_bound\":4.0}");
        assertThat(out(line, "--format", "point-cloud", "--landmarks", "9"))
                .isEqualTo(out(line, "--format", "point-cloud"));
        assertThat(json(line, "--format", "point-cloud", "--landmarks", "3", "--metric", "squared-euclidean")
                        .path("complex")
                        .path("bottleneck_bound")
                        .isNull())
                .isTrue();
    }

    /** Points 2 and 6 are as near to two landmarks as to their nearest: all are joined from the start. */
    @Test
    void witnessesJoinLandmarks() throws IOException {
        JsonNode json =
                json(file(LINE), "--format", "point-cloud", "--complex", "witness", "--landmarks", "3", "--dim", "0");
        assertThat(json.path("diagrams").toString()).isEqualTo("[[[0.0,null]]]");
        assertThat(json.path("complex").toString())
                .isEqualTo("{\"name\":\"witness\",\"points\":9,\"landmarks\":[0,4,8],\"covering_radius\":2.0,"
                        + "\"nu\":1,\"factor\":3.0,\"from_scale\":4.0}");
        assertThat(out(file(LINE), "--format", "point-cloud", "--complex", "witness", "--landmarks", "3"))
                .contains("\nlazy witness complex, nu 1, on 3 max-min landmarks of 9 points, covering radius 2\n")
                .contains("\nwithin a factor of 3 of their Vietoris-Rips filtration from scale 4 on\n");
    }

    @ParameterizedTest
    @CsvSource({"0.2", "1", "3"})
    void sparseBarsAreWithinTheFactor(double epsilon) throws IOException {
        String points = polygon(30);
        JsonNode exact = json(points).path("diagrams");
        JsonNode sparse = json(points, "--complex", "sparse-rips", "--epsilon", "" + epsilon);
        assertThat(sparse.path("complex").path("factor").asDouble()).isEqualTo(1 + epsilon);
        double birth = exact.get(1).get(0).get(0).asDouble();
        double death = exact.get(1).get(0).get(1).asDouble();
        List<double[]> found = new ArrayList<>();
        sparse.path("diagrams")
                .get(1)
                .forEach(bar -> found.add(
                        new double[] {bar.get(0).asDouble(), bar.get(1).asDouble()}));
        if (death > birth * (1 + epsilon)) {
            assertThat(found)
                    .filteredOn(bar -> bar[1] > bar[0] * (1 + epsilon))
                    .singleElement()
                    .satisfies(bar -> {
                        assertThat(bar[0]).isBetween(birth, birth * (1 + epsilon) * 1.000001);
                        assertThat(bar[1]).isBetween(death, death * (1 + epsilon) * 1.000001);
                    });
        }
    }

    /** The distance to a measure over the point itself is 0. */
    @Test
    void withoutNeighboursWeightsChangeNothing() throws IOException {
        String points = polygon(12);
        assertThat(json(points, "--complex", "dtm-rips", "--neighbours", "1").path("diagrams"))
                .isEqualTo(json(points).path("diagrams"));
    }

    /** The point that is far from the square is born later than its corners. */
    @Test
    void outliersComeLate() throws IOException {
        JsonNode births = json(file(SQUARE + "9 9\n"), "--complex", "dtm-rips", "--neighbours", "2")
                .path("diagrams")
                .get(0);
        assertThat(births.get(births.size() - 1).get(0).asDouble()).isGreaterThan(10);
        assertThat(births.get(0).get(0).asDouble()).isEqualTo((float) (2 / Math.sqrt(2)));
    }

    @Test
    void nearestNeighboursOfAPolygonAreAWayRoundIt() throws IOException {
        JsonNode json = json(polygon(8), "--complex", "knn-rips", "--neighbours", "2");
        assertThat(json.path("diagrams").get(1).size()).isEqualTo(1);
        assertThat(json.path("diagrams").get(1).get(0).get(1).isNull()).isTrue();
        assertThat(json.path("complex").toString()).isEqualTo("{\"name\":\"knn-rips\",\"neighbours\":2,\"edges\":8}");
    }

    @Test
    void l4_whatDoesNotGoTogetherIsRefusedBeforeAnythingIsRead() {
        refused("--complex is 'foo'; expected one of rips, sparse-rips, ", "none", "--complex", "foo");
        refused("--complex witness needs --landmarks N", "none", "--complex", "witness");
        refused("--complex sparse-rips needs --epsilon E", "none", "--complex", "sparse-rips");
        refused("--complex dtm-rips needs --neighbours K", "none", "--complex", "dtm-rips");
        refused("--epsilon is of --complex sparse-rips; --complex is rips", "none", "--epsilon", "1");
        refused(
                "--landmarks is of --complex rips and witness; --complex is alpha",
                "none",
                "--complex",
                "alpha",
                "--landmarks",
                "3");
        refused("--epsilon is 0; a finite number above 0", "none", "--complex", "sparse-rips", "--epsilon", "0");
        refused("--landmarks is 'few'; a number of points, at least 1, or fit, is", "none", "--landmarks", "few");
        refused("--landmarks is 0; a number of points, at least 1", "none", "--landmarks", "0");
        refused("--landmarks is 'fit'; a number", "none", "--complex", "witness", "--landmarks", "fit");
        refused(
                "sparse-rips needs the triangle inequality, which does not hold for --metric cosine",
                "none",
                "--complex",
                "sparse-rips",
                "--epsilon",
                "1",
                "--metric",
                "cosine");
        refused(
                "--representatives is of complexes that are built of distances; --complex is cubical",
                "none",
                "--complex",
                "cubical",
                "--representatives");
        refused(
                "--metric is of complexes that are built of distances; --complex is alpha",
                "none",
                "--complex",
                "alpha",
                "--metric",
                "cosine");
        refused(
                "--format is of points and distances; --complex cubical is of an array",
                "none",
                "--complex",
                "cubical",
                "--format",
                "sparse");
        refused(
                "--ratio is of points and distances; --complex cubical is",
                "none",
                "--complex",
                "cubical",
                "--ratio",
                "2");
        refused("homology dimension is -1; it must not be negative", "none", "--complex", "alpha", "--dim", "-1");
        refused("no such file: none", "none", "--complex", "cubical");
    }

    @Test
    void l4_whatAFileLacksIsSaidWithItsName() throws IOException {
        String distances = file("1\n1 1\n");
        refused("--complex alpha is of points; " + distances + " holds distances", distances, "--complex", "alpha");
        String line = file(LINE);
        refused("those of " + line + " are in dimension 1", line, "--complex", "alpha", "--format", "point-cloud");
        refused(
                "--dim is 2; the alpha complex of points in dimension 2 has homology up to dimension 1",
                file(SQUARE),
                "--complex",
                "alpha",
                "--dim",
                "2");
        String pairs = file("0 1 1\n");
        refused(
                "--complex knn-rips needs all distances; " + pairs + " holds those of some pairs",
                pairs,
                "--format",
                "sparse",
                "--complex",
                "knn-rips",
                "--neighbours",
                "1");
        refused("10 landmarks of 9 points", line, "--format", "point-cloud", "--landmarks", "10");
        String ragged = file("1 2\n3\n");
        refused(ragged + ":2: row 1, counted from 0, has 1 entries, the first has 2", ragged, "--complex", "cubical");
        String undefined = file("1 nan\n");
        refused(undefined + ":1:3: entry is NaN; it must be finite, or inf", undefined, "--complex", "cubical");
        Path flat = folder.resolve("flat.npy");
        Npy.write(flat, new Array(new double[] {1}, 1, 1, 1, 1));
        refused("an array of shape [1, 1, 1, 1]; 1 to 3 axes are expected", flat.toString(), "--complex", "cubical");
        Path wrong = folder.resolve("wrong.npy");
        Npy.write(wrong, new Array(new double[] {1, Double.NaN}, 1, 2));
        refused("entry [0, 1] is NaN; it must be finite", wrong.toString(), "--complex", "cubical");
    }
}
