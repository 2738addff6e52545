package org.crease.runlog.logdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crease.runlog.events.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventAccumulatorTest {
    private static final Path RESOURCES = Path.of("src/test/resources/tensorboard");

    @TempDir
    private Path root;

    private EventAccumulator open(String run) throws IOException {
        return LogDirectory.of(root).open(run);
    }

    private Path file(String run) throws IOException {
        return EventFiles.of(root.resolve(run)).get(0);
    }

    /** Scalars x = step of steps 1 to 3. */
    private Path threeScalars(String run) throws IOException {
        try (EventLog log = new EventLog(Files.createDirectories(root.resolve(run)))) {
            for (int step = 1; step <= 3; step++) {
                log.scalar(step, "x", step);
            }
        }
        return file(run);
    }

    private static long[] steps(EventAccumulator run) {
        boolean there = run.tags().stream().anyMatch(tag -> tag.name().equals("x"));
        return there ? run.scalars("x").step() : new long[0];
    }

    // What PyTorch and TensorFlow write.

    /** Everything in a log directory as TensorBoard's own reader told it: see write_log.py. */
    private static Map<String, List<double[]>> golden() throws IOException {
        Map<String, List<double[]>> golden = new TreeMap<>();
        for (String line : Files.readAllLines(RESOURCES.resolve("golden.csv"))) {
            String[] cells = line.split(",");
            double[] numbers = Arrays.stream(cells)
                    .skip(3)
                    .map(cell -> cell.replace("inf", "Infinity").replace("nan", "NaN"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            golden.computeIfAbsent(cells[0] + " " + cells[1] + " " + cells[2], key -> new ArrayList<>())
                    .add(numbers);
        }
        return golden;
    }

    private static Map<String, List<double[]>> read(LogDirectory directory) throws IOException {
        Map<String, List<double[]>> all = new TreeMap<>();
        for (LoggedRun logged : directory.list().runs()) {
            EventAccumulator run = directory.open(logged.name());
            run.refresh();
            assertThat(run.problems()).isEmpty();
            for (Tag tag : run.tags()) {
                if (tag.kind() == Tag.Kind.SCALAR) {
                    all.put(logged.name() + " " + tag.name() + " scalars", rows(run.scalars(tag.name())));
                } else if (tag.kind() == Tag.Kind.HISTOGRAM) {
                    all.put(logged.name() + " " + tag.name() + " histograms", rows(run.histograms(tag.name())));
                }
            }
        }
        return all;
    }

    private static List<double[]> rows(Scalars scalars) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < scalars.step().length; i++) {
            rows.add(new double[] {scalars.step()[i], scalars.wallTime()[i], scalars.value()[i]});
        }
        return rows;
    }

    private static List<double[]> rows(List<Histogram> histograms) {
        List<double[]> rows = new ArrayList<>();
        for (Histogram histogram : histograms) {
            double[] row = new double[2 + 3 * histogram.count().length];
            row[0] = histogram.step();
            row[1] = histogram.wallTime();
            for (int i = 0; i < histogram.count().length; i++) {
                row[2 + 3 * i] = histogram.left()[i];
                row[3 + 3 * i] = histogram.right()[i];
                row[4 + 3 * i] = histogram.count()[i];
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void aLogOfPyTorchIsReadAsTensorBoardReadsIt() throws IOException {
        Map<String, List<double[]>> expected = golden();
        Map<String, List<double[]>> actual = read(LogDirectory.of(RESOURCES.resolve("log")));
        assertThat(actual.remove("resumed x scalars")).hasSize(9);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((series, rows) -> {
            List<double[]> read = actual.getOrDefault(series, List.of());
            assertThat(read).as(series).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(read.get(i)).as(series).containsExactly(rows.get(i), within(1e-6));
            }
        });
    }

    @Test
    void everyTagHasItsKind() throws IOException {
        EventAccumulator run = LogDirectory.of(RESOURCES.resolve("log")).open("mlp");
        assertThat(run.refresh()).isEqualTo(new Refresh(41, false, true));
        Map<String, Tag.Kind> kinds = new TreeMap<>();
        run.tags().forEach(tag -> kinds.put(tag.name(), tag.kind()));
        assertThat(kinds)
                .containsEntry("Loss/train", Tag.Kind.SCALAR)
                .containsEntry("fc1/weight", Tag.Kind.HISTOGRAM)
                .containsEntry("notes/text_summary", Tag.Kind.TEXT)
                .containsEntry("digit", Tag.Kind.IMAGE)
                .hasSize(9);
        assertThat(run.tags().get(2)).isEqualTo(new Tag("Loss/train", Tag.Kind.SCALAR, 10, 10, 45, 1_700_000_045));
        assertThatThrownBy(() -> run.scalars("digit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tag 'digit' is of kind IMAGE, SCALAR is expected");
        assertThatThrownBy(() -> run.histograms("none")).hasMessage("tag 'none' is not in this run");
    }

    @Test
    void aRunThatWasResumedInASecondFileGoesOnWhereItWasResumed() throws IOException {
        EventAccumulator run = LogDirectory.of(RESOURCES.resolve("log")).open("resumed");
        assertThat(run.refresh().rewound()).isTrue();
        assertThat(run.scalars("x").value()).containsExactly(0, 1, 2, 3, 4, 5, 106, 107, 108);
    }

    @Test
    void ourOwnRunsAreReadToo() throws IOException {
        try (EventLog log = new EventLog(root)) {
            log.histogram(1, "h", new double[] {0, 1, Double.NaN});
            log.text(1, "t", "text");
            log.image(1, "i", new byte[] {1}, 1, 1);
        }
        EventAccumulator run = open(".");
        run.refresh();
        assertThat(run.tags())
                .extracting(Tag::kind)
                .containsExactly(Tag.Kind.HISTOGRAM, Tag.Kind.SCALAR, Tag.Kind.IMAGE, Tag.Kind.TEXT);
        Histogram histogram = run.histograms("h").get(0);
        assertThat(histogram.count()).hasSize(30).startsWith(1).endsWith(1);
        assertThat(histogram.left()[0]).isZero();
        assertThat(histogram.right()[29]).isEqualTo(1);
    }

    // Growing, resumed and damaged files.

    @Test
    void f7_aGrowingFileGivesWhatIsNew() throws IOException {
        byte[] bytes = Files.readAllBytes(threeScalars("whole"));
        Path growing = Files.createDirectories(root.resolve("growing")).resolve("events.out.tfevents.1.x");
        Files.createFile(growing);
        EventAccumulator run = open("growing");
        long events = 0;
        for (byte b : bytes) {
            Files.write(growing, new byte[] {b}, StandardOpenOption.APPEND);
            Refresh refresh = run.refresh();
            assertThat(refresh.rewound()).isFalse();
            events += refresh.events();
        }
        assertThat(events).isEqualTo(5);
        assertThat(steps(run)).containsExactly(1, 2, 3);
        assertThat(run.refresh()).isEqualTo(new Refresh(0, false, true));
    }

    @Test
    void aLargeFileIsReadInPieces() throws IOException {
        threeScalars("a");
        EventAccumulator run = open("a");
        int calls = 0;
        while (!run.refresh(1).complete()) {
            calls++;
        }
        assertThat(calls).isEqualTo(5);
        assertThat(steps(run)).containsExactly(1, 2, 3);
    }

    @Test
    void aResumedRunGoesBack() throws IOException {
        threeScalars("a");
        EventAccumulator run = open("a");
        run.refresh();
        try (EventLog log = new EventLog(root.resolve("a"))) {
            log.resumeAfter(1);
        }
        assertThat(run.refresh()).isEqualTo(new Refresh(1, true, true));
        assertThat(steps(run)).containsExactly(1);
    }

    @Test
    void aStepThatComesAgainReplacesWhatFollowed() throws IOException {
        try (EventLog log = new EventLog(root)) {
            for (int step : new int[] {1, 2, 3, 2}) {
                log.scalar(step, "x", 10 * step);
            }
        }
        EventAccumulator run = open(".");
        run.refresh();
        assertThat(steps(run)).containsExactly(1, 2);
    }

    @Test
    void f1_everyPrefixGivesItsWholeEvents() throws IOException {
        Path file = threeScalars("a");
        byte[] bytes = Files.readAllBytes(file);
        int before = 0;
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            EventAccumulator run = open("a");
            run.refresh();
            long[] steps = steps(run);
            assertThat(steps).isEqualTo(Arrays.copyOf(new long[] {1, 2, 3}, steps.length));
            assertThat(steps.length).isGreaterThanOrEqualTo(before);
            assertThat(run.problems()).isEmpty();
            before = steps.length;
        }
        assertThat(before).isEqualTo(3);
    }

    @Test
    void f2_flippedBitsCostARecordOrTheRestAndAreTold() throws IOException {
        Path file = threeScalars("a");
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            byte[] other = bytes.clone();
            other[at] ^= (byte) (1 << at % 8);
            Files.write(file, other);
            EventAccumulator run = open("a");
            run.refresh();
            assertThat(run.problems()).hasSize(1);
            assertThat(run.refresh()).isEqualTo(new Refresh(0, false, true));
            assertThat(run.problems()).hasSize(1);
            assertThat(Arrays.stream(steps(run)).boxed().toList()).isSubsetOf(1L, 2L, 3L);
        }
    }

    @Test
    void f7_aFileThatIsReplacedCutOrDeletedIsReadAnew() throws IOException {
        Path file = threeScalars("a");
        EventAccumulator run = open("a");
        run.refresh();
        Path other = threeScalars("b");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run.refresh()).isEqualTo(new Refresh(5, true, true));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(run.refresh()).isEqualTo(new Refresh(4, true, true));
        assertThat(steps(run)).containsExactly(1, 2);
        Files.delete(file);
        assertThat(run.refresh()).isEqualTo(new Refresh(0, true, true));
        assertThat(run.tags()).isEmpty();
        Files.delete(root.resolve("a"));
        assertThat(run.refresh()).isEqualTo(new Refresh(0, false, true));
        threeScalars("a");
        assertThat(run.refresh().events()).isEqualTo(5);
    }

    @Test
    void f7_aFileWithOtherContentUnderTheSameKeyIsReadAnew() throws IOException {
        Path file = threeScalars("a");
        EventAccumulator run = open("a");
        run.refresh();
        byte[] other = Files.readAllBytes(threeScalars("b"));
        Files.write(file, other);
        assertThat(run.refresh()).isEqualTo(new Refresh(5, true, true));
    }

    @Test
    void aFileThatTurnsUpBeforeOthersIsReadBeforeThem() throws IOException {
        Path late = threeScalars("a");
        EventAccumulator run = open("a");
        run.refresh();
        Path early = late.resolveSibling("events.out.tfevents.5.x");
        try (EventLog log = new EventLog(Files.createDirectories(root.resolve("b")))) {
            log.scalar(-1, "x", 0);
        }
        Files.move(file("b"), early);
        assertThat(run.refresh().rewound()).isTrue();
        assertThat(steps(run)).containsExactly(-1, 1, 2, 3);
    }

    @Test
    void linksAndDirectoriesAreNoEventFiles() throws IOException {
        Path file = threeScalars("a");
        Files.createSymbolicLink(file.resolveSibling("events.out.tfevents.2.link"), file);
        Files.createDirectory(file.resolveSibling("events.out.tfevents.3.directory"));
        EventAccumulator run = open("a");
        assertThat(run.refresh().events()).isEqualTo(5);
    }

    // Limits.

    @Test
    void aLongScalarIsThinnedEvenlyAndKeepsItsNewestPoint() throws IOException {
        try (EventLog log = new EventLog(root)) {
            for (int step = 0; step < 1000; step++) {
                log.scalar(step, "x", step);
            }
        }
        EventAccumulator run = LogDirectory.of(root).open(".", new Limits(100, 10, 10, 1 << 20));
        run.refresh();
        Scalars scalars = run.scalars("x");
        assertThat(scalars.step().length).isBetween(50, 100);
        assertThat(scalars.step()[0]).isZero();
        assertThat(scalars.step()[1]).isEqualTo(16);
        assertThat(scalars.step()[scalars.step().length - 1]).isEqualTo(999);
        assertThat(run.tags())
                .containsExactly(new Tag(
                        "x",
                        Tag.Kind.SCALAR,
                        1000,
                        scalars.step().length,
                        999,
                        run.tags().get(0).wallTime()));
    }

    @Test
    void tagsAndBytesHaveALimit() throws IOException {
        try (EventLog log = new EventLog(root)) {
            for (int step = 0; step < 200; step++) {
                for (int tag = 0; tag < 5; tag++) {
                    log.scalar(step, "x" + tag, step);
                }
            }
        }
        EventAccumulator run = LogDirectory.of(root).open(".", new Limits(1000, 10, 4, 4 * 24 * 100));
        run.refresh();
        assertThat(run.tags()).hasSize(4);
        assertThat(run.problems())
                .singleElement()
                .extracting(Problem::reason)
                .asString()
                .contains("more than 4 tags");
        assertThat(run.tags().stream().mapToInt(Tag::kept).sum()).isBetween(200, 400);
        assertThat(run.scalars("x3").step()).endsWith(199);
    }

    @Test
    void aTagThatChangesItsKindKeepsTheFirst() throws IOException {
        try (EventLog log = new EventLog(root)) {
            log.scalar(1, "x", 1);
            log.histogram(2, "x", new double[] {1, 2});
        }
        EventAccumulator run = open(".");
        run.refresh();
        assertThat(steps(run)).containsExactly(1);
        assertThat(run.problems()).hasSize(1);
    }
}
