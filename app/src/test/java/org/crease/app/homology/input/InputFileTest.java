package org.crease.app.homology.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.app.command.UserError;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path text(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path binary(String name, float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return Files.write(folder.resolve(name), bytes.array());
    }

    private static Input read(Path file, @Nullable Format format) throws IOException {
        return new InputFile(file.toString(), format, false).read();
    }

    private static FiniteMetricSpace distances(Path file, @Nullable Format format) throws IOException {
        return ((Input.Distances) read(file, format)).space();
    }

    private static PointCloud points(Path file, @Nullable Format format) throws IOException {
        return ((Input.Points) read(file, format)).cloud();
    }

    private static void assertThreePoints(FiniteMetricSpace space) {
        assertThat(space.size()).isEqualTo(3);
        assertThat(space.distance(1, 0)).isEqualTo(1);
        assertThat(space.distance(2, 0)).isEqualTo(2);
        assertThat(space.distance(2, 1)).isEqualTo(3);
    }

    private static void refused(Path file, @Nullable Format format, String message) {
        assertThatThrownBy(() -> read(file, format))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void everyFormatOfDistancesHoldsTheSame() throws IOException {
        assertThreePoints(distances(text("a", "1\n2,3\n"), Format.LOWER_DISTANCE));
        assertThreePoints(distances(text("b", "1 2 3"), Format.LOWER_DISTANCE));
        assertThreePoints(distances(text("c", "1,2\n3\n"), Format.UPPER_DISTANCE));
        assertThreePoints(distances(text("d", "1 2 3"), Format.UPPER_DISTANCE));
        assertThreePoints(distances(text("e", "0 1 2\n1 0 3\n2 3 0\n"), Format.DISTANCE));
        assertThreePoints(distances(text("f", "1 0 1\n2 1 3\n0 2 2\n"), Format.SPARSE));
        assertThreePoints(distances(binary("g", 1, 2, 3), Format.BINARY));
        Path array = folder.resolve("h.npy");
        Npy.write(array, new Array(new double[] {0, 1, 2, 1, 0, 3, 2, 3, 0}, 3, 3));
        assertThreePoints(distances(array, Format.NPY_DISTANCE));
    }

    @Test
    void pointsKeepTheirCoordinates() throws IOException {
        PointCloud cloud = points(text("a", "1 2\n3 4\n5 6\n"), Format.POINT_CLOUD);
        assertThat(cloud.dimension()).isEqualTo(2);
        assertThat(cloud.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
        Path array = folder.resolve("a.npy");
        Npy.write(array, new Array(new float[] {1, 2, 3, 4, 5, 6}, 3, 2));
        assertThat(points(array, null).toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "x.lower.txt, 5, 2",
        "x.upper.csv, 5, 2",
        "x.pts.txt, 5 6, 1",
        "x.sparse, 0 3 1, 4",
        "y, '1\n2 3\n', 3",
        "y, '1 2\n3\n', 3",
        "y, '0 1\n1 0\n', 2",
        "y, '1 2\n3 4\n', 2",
        "y, '0.5 2 3\n4 5 6\n', 2",
        "y, '0 1 2\n1 0 3\n', -1"
    })
    void formatsAreSeen(String name, String text, int points) throws IOException {
        Path file = text(name, text);
        if (points < 0) {
            refused(
                    file,
                    null,
                    "ends after 2 rows; the first has 3 entries, and a distance matrix is square"
                            + " (taken for distance; --format says otherwise)");
        } else {
            assertThat(read(file, null).size()).isEqualTo(points);
        }
    }

    @Test
    void whereTwoFormatsWouldDoNoneIsChosen() throws IOException {
        refused(text("a", "1 2 3\n"), null, "has one line, or a very long one; say what it is with --format");
        refused(text("b", "0 1 2.5\n1 2 3\n"), null, "could be points in space, or pairs with their distances");
        refused(text("c", "1\n2 3\n4 5\n"), null, "begins with lines of 1, 2, 2 numbers");
        refused(
                text("e", "0 1 2 3\n1 0 2 3\n2 9 0 3\n1 2 3 0\n"),
                null,
                "could be points, or a distance matrix that is not symmetric; say what it is with --format");
        Path square = folder.resolve("d.npy");
        Npy.write(square, new Array(new float[] {1, 2, 3, 4}, 2, 2));
        refused(square, null, "(taken for npy-distance; --format says otherwise)");
    }

    @Test
    void p1_fewPointsAreRead() throws IOException {
        assertThat(points(text("one", "1.5 2.5\n"), Format.POINT_CLOUD).size()).isOne();
        assertThat(distances(text("full", "0\n"), Format.DISTANCE).size()).isOne();
        assertThat(distances(text("two", "5\n"), Format.LOWER_DISTANCE).size()).isEqualTo(2);
        Path none = folder.resolve("none.npy");
        Npy.write(none, new Array(new float[0], 0, 3));
        assertThat(read(none, null).size()).isZero();
        Npy.write(none, new Array(new float[0], 0, 0));
        assertThat(read(none, null).size()).isZero();
    }

    @Test
    void p1_emptyFilesAreRefused() throws IOException {
        for (Format format : Format.values()) {
            refused(text("empty", ""), format, format.toString().startsWith("npy") ? "" : "is empty");
        }
        refused(text("empty", "\n"), null, "is empty; points or distances are expected");
    }

    @Test
    void p3_infiniteDistancesAreKept() throws IOException {
        assertThat(distances(text("a", "inf\n1,Infinity\n"), Format.LOWER_DISTANCE)
                        .distance(0, 1))
                .isEqualTo(INF);
        assertThat(distances(binary("b", INF, 1, 2), Format.BINARY).distance(0, 1))
                .isEqualTo(INF);
        assertThat(distances(text("c", "0 inf\ninf 0"), Format.DISTANCE).distance(0, 1))
                .isEqualTo(INF);
    }

    @Test
    void p4_nanAndNegativeDistancesAreRefused() throws IOException {
        String expected = "; it must be zero, positive or infinite";
        refused(text("a", "1\n2,nan\n"), Format.LOWER_DISTANCE, ":2:3: distance is NaN" + expected);
        refused(text("b", "1,-0.5\n2\n"), Format.UPPER_DISTANCE, ":1:3: distance is -0.5" + expected);
        refused(text("c", "0 1\n-inf 0\n"), Format.DISTANCE, ":2:1: distance is -Infinity" + expected);
        refused(text("d", "0 1 nan\n"), Format.SPARSE, ":1:5: distance is NaN" + expected);
        refused(binary("e", 1, Float.NaN, 2), Format.BINARY, ": entry 1, at byte 4: distance is NaN" + expected);
        refused(binary("f", 1, 2, -1), Format.BINARY, ": entry 2, at byte 8: distance is -1.0" + expected);
        Path array = folder.resolve("g.npy");
        Npy.write(array, new Array(new double[] {0, -1, -1, 0}, 2, 2));
        refused(array, Format.NPY_DISTANCE, ": distance (1, 0) is -1.0" + expected);
    }

    @Test
    void p4_coordinatesAreFinite() throws IOException {
        refused(text("a", "1 2\n3 inf\n"), Format.POINT_CLOUD, ":2:3: coordinate is Infinity; it must be finite");
        Path array = folder.resolve("b.npy");
        Npy.write(array, new Array(new float[] {1, 2, 3, Float.NaN}, 2, 2));
        refused(array, Format.NPY_POINTS, ": row 1, column 1: coordinate is NaN; it must be finite");
        Npy.write(array, new Array(new double[] {1, 2, 1e39, 4, 5, 6}, 3, 2));
        refused(array, null, ": row 1, column 0: 1.0E39 does not fit into float32");
    }

    @Test
    void p4_raggedRowsAreRefused() throws IOException {
        refused(
                text("a", "1\n2,2.5\n3,4\n"),
                Format.LOWER_DISTANCE,
                ":3: row 3 has 2 entries; in a lower triangle it has 3");
        refused(text("b", "1 2 3\n4 5\n"), Format.UPPER_DISTANCE, ": ends after 2 rows of an upper triangle of 3");
        refused(text("c", "1 2 3\n4\n"), Format.UPPER_DISTANCE, ":2: row 2 has 1 entries; in an upper triangle");
        refused(
                text("d", "1 2 3\n4\n"),
                Format.LOWER_DISTANCE,
                ":2: another line; a lower triangle has rows of 1, 2, 3,");
        refused(
                text("e", "1 2 3 4"),
                Format.LOWER_DISTANCE,
                ": 4 entries are of no triangle of a distance matrix; 3 points have 3, 4 have 6");
        refused(
                text("f", "0 1\n1 0 2\n"),
                Format.DISTANCE,
                ":2: row 1 of the distance matrix, counted from 0, has 3 entries, the first has 2");
        refused(text("g", "0 1\n1 0\n2 2\n"), Format.DISTANCE, ":3: another row; the first has 2 entries");
        refused(
                text("h", "1 2\n3\n"),
                Format.POINT_CLOUD,
                ":2: point 1, counted from 0, has 1 coordinates, the first has 2");
        refused(text("i", "0 1\n"), Format.SPARSE, ":1: has 2 numbers; two points and their distance are expected");
        refused(text("j", "0 1 2 3\n"), Format.SPARSE, ":1: has 4 numbers; two points and their distance");
        refused(text("k", "abcde"), Format.BINARY, ": 5 bytes; float32 numbers of 4 bytes are expected");
        refused(binary("l", 1, 2), Format.BINARY, ": 2 entries are of no triangle");
    }

    @Test
    void p4_matricesAreSymmetricWithAZeroDiagonal() throws IOException {
        Path asymmetric = text("a", "0 1 2\n1 0 3\n2 4 0\n");
        refused(
                asymmetric,
                Format.DISTANCE,
                ":3:3: distance (2, 1) is 4.0 but (1, 2) is 3.0; the matrix must be symmetric");
        refused(
                text("b", "0 1\n1 2\n"),
                Format.DISTANCE,
                ":2:3: distance of point 1 to itself is 2.0; the diagonal must be zero");
        FiniteMetricSpace lower =
                ((Input.Distances) new InputFile(asymmetric.toString(), Format.DISTANCE, true).read()).space();
        assertThat(lower.distance(1, 2)).isEqualTo(4);
        assertThat(lower.distance(0, 1)).isEqualTo(1);
        Path array = folder.resolve("c.npy");
        Npy.write(array, new Array(new float[] {0, 5, 1, 0}, 2, 2));
        refused(array, Format.NPY_DISTANCE, ": distance (1, 0) is 1.0 but (0, 1) is 5.0");
        assertThat(((Input.Distances) new InputFile(array.toString(), null, true).read())
                        .space()
                        .distance(0, 1))
                .isEqualTo(1);
    }

    @Test
    void p4_pairsAreOfPointsAndHaveOneDistance() throws IOException {
        refused(
                text("a", "0 1.5 2\n"),
                Format.SPARSE,
                ":1:3: point is 1.5; a whole number from 0 to 65535 is expected");
        refused(text("b", "0 -1 2\n"), Format.SPARSE, ":1:3: point is -1.0");
        refused(text("c", "0 65536 2\n"), Format.SPARSE, ":1:3: point is 65536.0");
        refused(text("d", "0 1 2\n1 0 3\n"), Format.SPARSE, ": distance (0, 1) is given as 2.0 and as 3.0");
        refused(text("e", "1 1 2\n"), Format.SPARSE, ": distance of point 1 to itself is 2.0; it must be zero");
    }

    @Test
    void arraysOfOtherShapesAreRefused() throws IOException {
        Path array = folder.resolve("a.npy");
        Npy.write(array, new Array(new float[] {1, 2, 3}, 3));
        refused(array, null, ": an array of shape [3]; (points, coordinates) or (points, points) is expected");
        Npy.write(array, new Array(new float[] {1, 2}, 1, 2));
        refused(array, Format.NPY_DISTANCE, ": an array of shape [1, 2]; a distance matrix is square");
        refused(text("b.npy", "no array"), null, "not a npy array");
    }

    @Test
    void unknownFormatsAreRefused() {
        assertThat(Format.named("lower-distance")).isEqualTo(Format.LOWER_DISTANCE);
        assertThatThrownBy(() -> Format.named("dipha"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "--format is 'dipha'; expected one of lower-distance, upper-distance, distance, point-cloud,"
                                + " sparse, binary, npy-points, npy-distance");
    }
}
