package org.crease.runlog.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.crease.runlog.figure.PartitionMap.Points;
import org.crease.runlog.figure.PartitionMap.Regions;
import org.junit.jupiter.api.Test;

class PartitionMapTest {
    private static final double[] WINDOW = {0, 2, 0, 1};

    /** A square of rank 2 on the left, one of rank 0 on the right. */
    private static Regions squares() {
        double[] vertices = {0, 0, 1, 0, 1, 1, 0, 1, 1, 0, 2, 0, 2, 1, 1, 1};
        return new Regions(WINDOW, vertices, new int[] {0, 4, 8}, new int[] {2, 0});
    }

    private static PartitionMap map() {
        Points points = new Points("class 3", new double[] {0.5}, new double[] {0.25});
        return new PartitionMap("moons", "2 regions", "one", "two", squares(), List.of(points));
    }

    @Test
    void regionsAreFilledByRankTrueToScale() throws IOException {
        PartitionMap map = map();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Figures.png(map, 1)));
        assertThat(image.getHeight()).isEqualTo(map.height());
        RankColors colors = new RankColors(0, 2);
        assertThat(count(image, colors.of(2).getRGB())).isBetween(40_000, 80_000);
        assertThat(count(image, colors.of(0).getRGB())).isBetween(40_000, 80_000);
    }

    private static int count(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void theLegendHasRanksWithTheirSharesAndTheKindsOfInputs() {
        assertThat(Figures.svg(map()))
                .contains(">moons<", ">2 regions<", ">one<", ">two<", ">2:  50 %<", ">0:  50 %<", ">class 3<");
        assertThat(Figures.svg(map())).isEqualTo(Figures.svg(map()));
    }

    @Test
    void manyRanksHaveAScale() {
        int count = 40;
        double[] vertices = new double[8 * count];
        int[] offsets = new int[count + 1];
        int[] ranks = new int[count];
        for (int i = 0; i < count; i++) {
            double left = 2.0 * i / count;
            double right = 2.0 * (i + 1) / count;
            System.arraycopy(new double[] {left, 0, right, 0, right, 1, left, 1}, 0, vertices, 8 * i, 8);
            offsets[i + 1] = 4 * (i + 1);
            ranks[i] = i;
        }
        PartitionMap map = new PartitionMap("", "", "", "", new Regions(WINDOW, vertices, offsets, ranks), List.of());
        assertThat(Figures.svg(map)).contains(">39<", ">19<", ">0<").doesNotContain("inputs");
    }

    @Test
    void lowRanksAreDarker() {
        RankColors colors = new RankColors(0, 20);
        for (int rank = 1; rank <= 20; rank++) {
            assertThat(brightness(colors, rank)).isGreaterThan(brightness(colors, rank - 1));
        }
    }

    private static double brightness(RankColors colors, int rank) {
        return 0.2126 * colors.of(rank).getRed()
                + 0.7152 * colors.of(rank).getGreen()
                + 0.0722 * colors.of(rank).getBlue();
    }

    @Test
    void arraysThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new Regions(WINDOW, new double[8], new int[] {0, 3}, new int[1]))
                .hasMessage("a window of 4 numbers, 8 coordinates, 2 offsets and 1 ranks do not make a partition");
        assertThatThrownBy(() -> new Points("few", new double[1], new double[2]))
                .hasMessage("few: 1 first and 2 second coordinates");
    }
}
