package org.crease.runlog.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.crease.runlog.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Figures are also left in {@code target/figures} to be looked at. */
class FiguresTest {
    private static final int VERMILION = 0xD55E00;
    private static final int BLUE = 0x0072B2;

    @BeforeAll
    static void fontsAreThere() {
        boolean there = true;
        try {
            Fonts.require();
        } catch (FontsMissingException e) {
            there = false;
        }
        Tools.require(there, "fonts (Debian: fontconfig fonts-dejavu-core)");
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> words(String svg) throws Exception {
        NodeList nodes = parse(svg).getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            words.add(nodes.item(i).getTextContent());
        }
        return words;
    }

    private static BufferedImage decode(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static long pixels(BufferedImage image, int rgb) {
        long count = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void wordsOfAChartAreWordsInSvgAsTheyWereWritten() throws Exception {
        assertThat(words(Figures.svg(Charts.lines())))
                .contains("Rank <m> & \"width\"", "mean and deviation", "units n", "rank", "inputs m", "10", "theory");
    }

    @Test
    void bothFormsAreTheSameEachTime() {
        for (Chart chart : Charts.all()) {
            assertThat(Figures.svg(chart)).isEqualTo(Figures.svg(chart));
            assertThat(Figures.png(chart, 1)).isEqualTo(Figures.png(chart, 1));
        }
    }

    @Test
    void pngHasTheSizeAskedForAndTheSeriesColour() throws IOException {
        BufferedImage image = decode(Figures.png(Charts.lines(), 2));
        assertThat(image.getWidth()).isEqualTo(1440);
        assertThat(image.getHeight()).isEqualTo(900);
        assertThat(pixels(image, BLUE)).isGreaterThan(500);
        assertThat(pixels(image, VERMILION)).isZero();
    }

    @Test
    void writeLeavesBothFilesBesideEachOther(@TempDir Path directory) throws Exception {
        Path kept = Files.createDirectories(Path.of("target", "figures"));
        int number = 0;
        for (Chart chart : Charts.all()) {
            Figures.write(chart, directory.resolve("chart.1"));
            assertThat(directory.resolve("chart.1.png")).exists();
            parse(Files.readString(directory.resolve("chart.1.svg")));
            Figures.write(chart, kept.resolve("chart-" + number++));
        }
    }

    @Test
    void valuesOfZeroOnALogarithmicAxisAreHollowPointsOnIt() throws Exception {
        String svg = Figures.svg(Charts.lines());
        assertThat(svg).contains("fill=\"#ffffff\"/>\n<path d=").contains("stroke=\"#0072b2\"");
        NodeList paths = parse(svg).getElementsByTagName("path");
        long hollow = 0;
        for (int i = 0; i + 1 < paths.getLength(); i++) {
            boolean white = "#ffffff".equals(attribute(paths, i, "fill"));
            hollow += white && "#0072b2".equals(attribute(paths, i + 1, "stroke")) ? 1 : 0;
        }
        assertThat(hollow).isEqualTo(1);
    }

    private static String attribute(NodeList nodes, int i, String name) {
        var attribute = nodes.item(i).getAttributes().getNamedItem(name);
        return attribute == null ? "" : attribute.getNodeValue();
    }

    @Test
    void aPictureTooLargeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.png(Charts.bars(), 100))
                .withMessage("a side of a picture has 1 to 20000 pixels, not 720 times 100.0");
    }

    @Test
    void aMachineWithoutFontsSaysSoInOneSentence(@TempDir Path home) throws Exception {
        Path none = Files.writeString(home.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        Process process = child(home, none);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(said)
                .isEqualTo("Java finds no fonts on this machine, so no figure can be drawn; install fontconfig and a"
                        + " font, on Debian: apt-get install fontconfig fonts-dejavu-core");
    }

    private static Process child(Path home, Path fontConfiguration) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                DrawsWithoutFonts.class.getName());
        builder.environment().put("FONTCONFIG_FILE", fontConfiguration.toString());
        return builder.redirectErrorStream(true).start();
    }
}
