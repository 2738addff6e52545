package org.crease.runlog.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.crease.probes.Array;
import org.junit.jupiter.api.Test;

/** Pictures are also left in {@code target/pictures} to be looked at. */
class PictureTest {
    private static BufferedImage decode(String name, Picture picture) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(directory.resolve(name + ".png"), picture.png());
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(picture.png())));
        assertThat(image.getWidth()).isEqualTo(picture.width());
        assertThat(image.getHeight()).isEqualTo(picture.height());
        return image;
    }

    private static long pixels(BufferedImage image, int rgb) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(all).filter(pixel -> (pixel & 0xFFFFFF) == rgb).count();
    }

    @Test
    void diagramShowsEachDimensionInAColourOfItsOwn() throws IOException {
        Random random = new Random(1);
        double[] h0 = new double[80];
        for (int i = 0; i < 39; i++) {
            h0[2 * i + 1] = 0.1 + 0.3 * random.nextDouble();
        }
        h0[79] = Double.POSITIVE_INFINITY;
        double[] h1 = {0.4, 1.6, 0.35, 0.5, 0.5, 0.52, 0.6, 0.71};
        double[] h2 = {1.2, 1.5, 1.25, 1.3};
        Picture picture = DiagramPicture.draw(List.of(new Array(h0, 40, 2), new Array(h1, 4, 2), new Array(h2, 2, 2)));
        BufferedImage image = decode("diagram", picture);
        assertThat(pixels(image, 0xD55E00)).isGreaterThan(200);
        assertThat(pixels(image, 0xE69F00)).isGreaterThan(100);
        assertThat(pixels(image, 0x0072B2)).isGreaterThan(50);
        assertThat(pixels(image, 0x009E73)).isZero();
    }

    @Test
    void diagramsWithoutPairsOrWithInfiniteOnesAloneAreDrawn() throws IOException {
        decode("diagram-empty", DiagramPicture.draw(List.of()));
        Array none = new Array(new double[0], 0, 2);
        decode("diagram-none", DiagramPicture.draw(List.of(none, none)));
        double[] infinite = {0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY};
        assertThat(pixels(
                        decode("diagram-infinite", DiagramPicture.draw(List.of(new Array(infinite, 2, 2)))), 0xD55E00))
                .isGreaterThan(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiagramPicture.draw(List.of(new Array(new double[3], 3))))
                .withMessageContaining("(pairs, 2)");
    }

    @Test
    void rankMapColoursInputsByRank() throws IOException {
        Random random = new Random(2);
        int count = 3000;
        double[] x = new double[count];
        double[] y = new double[count];
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++) {
            x[i] = 4 * random.nextDouble() - 2;
            y[i] = 4 * random.nextDouble() - 2;
            ranks[i] = x[i] * x[i] + y[i] * y[i] < 0.7 ? 0 : x[i] > y[i] ? 1 : 2;
        }
        BufferedImage image = decode("rank-map", RankMap.draw(x, y, ranks));
        assertThat(pixels(image, 0xD55E00)).isGreaterThan(1000);
        assertThat(pixels(image, 0xE69F00)).isGreaterThan(1000);
        assertThat(pixels(image, 0x0072B2)).isGreaterThan(1000);
    }

    @Test
    void rankMapsOfNoneOneAndOddInputsAreDrawn() throws IOException {
        decode("rank-map-none", RankMap.draw(new double[0], new double[0], new int[0]));
        decode("rank-map-one", RankMap.draw(new double[] {3}, new double[] {1e-9}, new int[] {12}));
        decode(
                "rank-map-odd",
                RankMap.draw(new double[] {Double.NaN, 1e300, 5}, new double[] {1, -1e300, 3}, new int[] {0, 1, 2}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankMap.draw(new double[1], new double[2], new int[1]))
                .withMessageContaining("1 x, 2 y and 1 ranks");
    }

    @Test
    void numbersAreShort() {
        assertThat(List.of(0.0, 1.0, -1.5, 0.1234, 12.34, 123.4, 12345.6, 1e6, 1.6e-5, -3e-10).stream()
                        .map(Digits::text))
                .containsExactly("0", "1", "-1.5", "0.123", "12.3", "123", "12346", "1e6", "2e-5", "-3e-10");
    }
}
