package org.crease.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.crease.app.command.ExitStatus;
import org.crease.app.terminal.ProcessTerminal;
import org.crease.app.terminal.Terminal;

/**
 * What is typical of {@code crease homology}, once: points and distances, text and binary, dimension 1 first, then 2, and then
 * the same with representatives. The launcher has Java record meanwhile which classes are loaded and, from Java 25 on, what the
 * compilers learn of the loops, so that whoever starts it later need not wait for that again.
 */
public final class Rehearsal {
    private static final int POINTS = 300;
    private static final int DIMENSION = 64;
    private static final double NOISE = 0.2;

    private Rehearsal() {}

    /** Takes a folder, which must be there, for its files. */
    public static void main(String[] arguments) throws IOException {
        Terminal terminal = ProcessTerminal.open();
        run(Path.of(arguments[0]), terminal);
        terminal.out().flush();
    }

    static void run(Path folder, Terminal terminal) throws IOException {
        double[][] circle = circle();
        String points = text(folder.resolve("points.txt"), circle);
        double[][] distances = distances(circle);
        String lower = text(folder.resolve("distances.txt"), distances);
        String binary = binary(folder.resolve("distances.f32"), distances);
        String[][] commands = {
            {points},
            {lower, "--format", "lower-distance"},
            {binary},
            {points, "--dim", "2"},
            {binary, "--dim", "2"},
            {points, "--representatives"},
            {points, "--dim", "2", "--representatives"},
        };
        for (String[] words : commands) {
            int status = Main.status(terminal, homology(words));
            if (status != ExitStatus.DONE) {
                throw new IllegalStateException("homology of " + words[0] + " ended with status " + status);
            }
        }
    }

    private static String[] homology(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "homology";
        System.arraycopy(words, 0, all, 1, words.length);
        return all;
    }

    /** Points near a closed curve, always the same. */
    private static double[][] circle() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] points = new double[POINTS][DIMENSION];
        for (double[] point : points) {
            double angle = 2 * Math.PI * random.nextDouble();
            for (int k = 0; k < DIMENSION; k++) {
                point[k] = Math.cos((1 + k % 3) * angle + k) + NOISE * random.nextDouble();
            }
        }
        return points;
    }

    /** Those below the diagonal. */
    private static double[][] distances(double[][] points) {
        double[][] rows = new double[points.length - 1][];
        for (int i = 1; i < points.length; i++) {
            rows[i - 1] = new double[i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < DIMENSION; k++) {
                    double difference = points[i][k] - points[j][k];
                    sum += difference * difference;
                }
                rows[i - 1][j] = Math.sqrt(sum);
            }
        }
        return rows;
    }

    private static String text(Path file, double[][] rows) throws IOException {
        StringJoiner lines = new StringJoiner("\n");
        for (double[] row : rows) {
            StringJoiner line = new StringJoiner(" ");
            for (double number : row) {
                line.add(Float.toString((float) number));
            }
            lines.add(line.toString());
        }
        Files.writeString(file, lines.toString());
        return file.toString();
    }

    private static String binary(Path file, double[][] rows) throws IOException {
        ByteBuffer buffer =
                ByteBuffer.allocate(Float.BYTES * POINTS * (POINTS - 1) / 2).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : rows) {
            for (double number : row) {
                buffer.putFloat((float) number);
            }
        }
        Files.write(file, buffer.array());
        return file.toString();
    }
}
