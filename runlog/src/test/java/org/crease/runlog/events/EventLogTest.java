package org.crease.runlog.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.probes.Array;
import org.crease.runlog.Tools;
import org.crease.runlog.picture.Picture;
import org.crease.runlog.picture.RankMap;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.DataClass;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

class EventLogTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");

    @TempDir
    Path directory;

    private EventLog log() {
        return new EventLog(directory, InstantSource.fixed(TIME));
    }

    private Path file() throws IOException {
        try (var files = Files.list(directory)) {
            List<Path> found = files.toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }

    private Path threeScalars() throws IOException {
        try (EventLog log = log()) {
            for (int step = 1; step <= 3; step++) {
                log.scalar(step, "x", step);
            }
        }
        return file();
    }

    private static List<Long> steps(Path file) {
        try (EventReader reader = new EventReader(file)) {
            return reader.available().stream()
                    .filter(e -> !e.values().isEmpty())
                    .map(Event::step)
                    .toList();
        }
    }

    /** Records as TensorFlow's own classes read them; the frames are cut here by the published layout alone. */
    private static List<org.tensorflow.proto.Event> official(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<org.tensorflow.proto.Event> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] data = new byte[(int) bytes.getLong()];
            bytes.getInt();
            bytes.get(data);
            bytes.getInt();
            org.tensorflow.proto.Event event = org.tensorflow.proto.Event.parseFrom(data);
            assertThat(event.getUnknownFields().asMap()).isEmpty();
            events.add(event);
        }
        return events;
    }

    @Test
    void tensorFlowsOwnClassesReadWhatIsWritten() throws IOException {
        Picture picture = RankMap.draw(new double[] {0, 1}, new double[] {0, 1}, new int[] {1, 2});
        try (EventLog log = log()) {
            log.scalar(7, "train/loss", 0.25);
            log.scalar(8, "train/loss", Double.NaN);
            log.histogram(8, "weights", new double[] {0, 1, 2, 30, Double.NaN});
            log.image(8, "ranks", picture.png(), picture.width(), picture.height());
            log.text(-1, "notes", "**é**");
            log.resumeAfter(8);
        }
        assertThat(file().getFileName()).hasToString("events.out.tfevents.1769860800.crease");
        List<org.tensorflow.proto.Event> events = official(file());
        assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
        assertThat(events.get(0).getWallTime()).isEqualTo(1769860800.25, within(1e-6));
        assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
        assertThat(events.get(1).getStep()).isZero();
        Summary.Value first = events.get(2).getSummary().getValue(0);
        assertThat(events.get(2).getStep()).isEqualTo(7);
        assertThat(first.getTag()).isEqualTo("train/loss");
        assertThat(first.getSimpleValue()).isEqualTo(0.25f);
        assertThat(first.getMetadata().getPluginData().getPluginName()).isEqualTo("scalars");
        assertThat(first.getMetadata().getDataClass()).isEqualTo(DataClass.DATA_CLASS_SCALAR);
        assertThat(events.get(3).getSummary().getValue(0).hasMetadata()).isFalse();
        assertThat(events.get(3).getSummary().getValue(0).getSimpleValue()).isNaN();
        Summary.Value histogram = events.get(4).getSummary().getValue(0);
        assertThat(histogram.getTensor().getDtype()).isEqualTo(DataType.DT_FLOAT);
        assertThat(histogram.getTensor().getTensorShape().getDimList())
                .extracting(d -> d.getSize())
                .containsExactly(30L, 3L);
        assertThat(histogram.getTensor().getTensorContent().size()).isEqualTo(30 * 3 * 4);
        assertThat(events.get(5).getSummary().getValue(0).getTag()).isEqualTo("weights/non-finite");
        Summary.Value image = events.get(6).getSummary().getValue(0);
        assertThat(image.getMetadata().getDataClass()).isEqualTo(DataClass.DATA_CLASS_BLOB_SEQUENCE);
        assertThat(image.getTensor().getTensorShape().getDim(0).getSize()).isEqualTo(3);
        assertThat(image.getTensor().getStringVal(0).toStringUtf8()).isEqualTo(Integer.toString(picture.width()));
        assertThat(image.getTensor().getStringVal(2).toByteArray()).isEqualTo(picture.png());
        assertThat(events.get(7).getStep()).isEqualTo(-1);
        assertThat(events.get(7)
                        .getSummary()
                        .getValue(0)
                        .getTensor()
                        .getStringVal(0)
                        .toStringUtf8())
                .isEqualTo("**é**");
        assertThat(events.get(8).getSessionLog().getStatus()).isEqualTo(SessionLog.SessionStatus.START);
        assertThat(events.get(8).getStep()).isEqualTo(9);
    }

    @Test
    void ourReaderReadsWhatTensorFlowWrites() throws IOException {
        org.tensorflow.proto.Event event = org.tensorflow.proto.Event.newBuilder()
                .setWallTime(1.5)
                .setStep(-3)
                .setSummary(Summary.newBuilder()
                        .addValue(Summary.Value.newBuilder().setTag("a").setSimpleValue(2)))
                .build();
        Event read = new EventParser().event(event.toByteArray());
        assertThat(read.wallTime()).isEqualTo(1.5);
        assertThat(read.step()).isEqualTo(-3);
        assertThat(read.values().get(0).numbers()).isEqualTo(new Array(new float[] {2}));
        assertThat(read.values().get(0).plugin()).isEqualTo("scalars");
    }

    @Test
    void protocDecodesARecord() throws Exception {
        Path file = threeScalars();
        byte[] bytes = Files.readAllBytes(file);
        int version =
                (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        int start = 16 + version;
        int second = start
                + 16
                + (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(start);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(second);
        Path record =
                Files.write(directory.resolve("record"), Arrays.copyOfRange(bytes, second + 12, second + 12 + length));
        assertThat(Tools.decodeRaw(record))
                .contains("2: 1")
                .contains("1: \"x\"")
                .contains("1: \"scalars\"");
    }

    @Test
    void checksumsAreThoseOfThePublishedVectors() {
        assertThat(MaskedCrc.of(new byte[32], 0, 32)).isEqualTo(Integer.rotateRight(0x8a9136aa, 15) + 0xa282ead8);
        assertThat(MaskedCrc.of("123456789".getBytes(StandardCharsets.US_ASCII), 0, 9))
                .isEqualTo(Integer.rotateRight(0xe3069283, 15) + 0xa282ead8);
    }

    @Test
    void histogramsCountEveryFiniteValue() {
        double[] values = new double[61];
        Arrays.setAll(values, i -> i / 2.0);
        Histogram histogram = Histogram.of(values);
        assertThat(histogram.edges()[0]).isZero();
        assertThat(histogram.edges()[30]).isEqualTo(30);
        assertThat(histogram.counts()).hasSize(30).startsWith(2, 2).endsWith(2, 3);
        assertThat(Histogram.of(new double[] {4, 4, 4}).counts()).containsExactly(3);
        assertThat(Histogram.of(new double[] {4, 4, 4}).edges()).containsExactly(3.5, 4.5);
        assertThat(Histogram.of(new double[0]).counts()).isEmpty();
        assertThat(Histogram.of(new double[] {Double.NaN, Double.NEGATIVE_INFINITY})
                        .nonFinite())
                .isEqualTo(2);
        assertThat(Arrays.stream(Histogram.of(new double[] {-1e308, 1e308}).counts())
                        .sum())
                .isEqualTo(2);
        assertThat(Arrays.stream(
                                Histogram.of(new double[] {0, Double.MIN_VALUE}).counts())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void f1_everyPrefixGivesItsWholeEventsAndCanBeContinued() throws IOException {
        Path file = threeScalars();
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            List<Long> before = steps(file);
            assertThat(before).isEqualTo(List.of(1L, 2L, 3L).subList(0, before.size()));
            try (EventLog log = log()) {
                log.scalar(4, "x", 4);
            }
            List<Long> expected = new ArrayList<>(before);
            expected.add(4L);
            assertThat(steps(file)).isEqualTo(expected);
            assertThat(official(file).get(0).getFileVersion()).isEqualTo("brain.Event:2");
        }
    }

    @Test
    void f2_flippedBitsSkipOneRecordOrStopTheFileAndNeverLoop() throws IOException {
        Path file = threeScalars();
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = bytes.clone();
                other[at] ^= (byte) (1 << bit);
                Files.write(file, other);
                assertOneLost(file);
            }
        }
    }

    private static void assertOneLost(Path file) {
        try (EventReader reader = new EventReader(file)) {
            int events = 0;
            int skipped = 0;
            EventReader.Reading reading = reader.next();
            for (int calls = 0;
                    reading instanceof EventReader.Read || reading instanceof EventReader.Skipped;
                    calls++) {
                assertThat(calls).isLessThan(10);
                events += reading instanceof EventReader.Read ? 1 : 0;
                skipped += reading instanceof EventReader.Skipped ? 1 : 0;
                reading = reader.next();
            }
            if (reading instanceof EventReader.Stopped) {
                assertThat(skipped).isZero();
                assertThat(reader.next()).isEqualTo(reading);
            } else {
                assertThat(skipped).isEqualTo(1);
                assertThat(events).isEqualTo(4);
            }
        }
    }

    @Test
    void f3_impossibleLengthsStopTheFileWithoutAllocating() throws IOException {
        Path file = directory.resolve("events.out.tfevents.1.x");
        for (long length : new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE, 1L << 31}) {
            Files.write(file, header(length));
            try (EventReader reader = new EventReader(file)) {
                assertThat(reader.next()).isInstanceOf(EventReader.Stopped.class);
            }
        }
        Files.write(file, header(1 << 29));
        try (EventReader reader = new EventReader(file)) {
            assertThat(reader.next()).isEqualTo(new EventReader.Waiting(0));
        }
    }

    @Test
    void f4_zerosAtTheEndAreCutOffAndDamageBeforeDataIsNot() throws IOException {
        Path file = threeScalars();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 5000));
        try (EventLog log = log()) {
            log.scalar(4, "x", 4);
        }
        assertThat(steps(file)).containsExactly(1L, 2L, 3L, 4L);
        byte[] damaged = bytes.clone();
        damaged[0] ^= 1;
        Files.write(file, damaged);
        EventLog log = log();
        log.scalar(4, "x", 4);
        assertThatThrownBy(log::flush).isInstanceOf(CorruptFileException.class).hasMessageContaining("offset 0");
        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    @Test
    void f7_aGrowingFileIsFollowedByteByByte() throws IOException {
        byte[] bytes = Files.readAllBytes(threeScalars());
        Path file = Files.createFile(directory.resolve("growing"));
        List<Long> steps = new ArrayList<>();
        try (EventReader reader = new EventReader(file)) {
            for (byte b : bytes) {
                assertThat(reader.next()).isInstanceOf(EventReader.Waiting.class);
                Files.write(file, new byte[] {b}, StandardOpenOption.APPEND);
                reader.available().forEach(event -> steps.add(event.step()));
            }
        }
        assertThat(steps).containsExactly(0L, 0L, 1L, 2L, 3L);
    }

    @Test
    void f7_aFileThatIsReplacedDeletedOrCutStopsTheReader() throws IOException {
        Path file = threeScalars();
        try (EventReader reader = new EventReader(file)) {
            reader.available();
            Files.write(file, new byte[3]);
            assertThat(reader.next()).isInstanceOf(EventReader.Stopped.class);
        }
        try (EventReader reader = new EventReader(file)) {
            Files.move(Files.createFile(directory.resolve("new")), file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(reader.next()).isInstanceOf(EventReader.Stopped.class);
        }
        try (EventReader reader = new EventReader(file)) {
            Files.delete(file);
            assertThat(reader.next()).isInstanceOf(EventReader.Stopped.class);
            assertThat(reader.next()).isInstanceOf(EventReader.Stopped.class);
        }
    }

    @Test
    void aRecordThatIsNoEventIsSkipped() throws IOException {
        Path file = directory.resolve("odd");
        byte[] data = {(byte) 0xFF, (byte) 0xFF, 1};
        ByteBuffer record = ByteBuffer.allocate(16 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        record.put(header(data.length)).put(data).putInt(MaskedCrc.of(data, 0, data.length));
        Files.write(file, record.array());
        try (EventReader reader = new EventReader(file)) {
            assertThat(reader.next()).isInstanceOf(EventReader.Skipped.class);
            assertThat(reader.next()).isEqualTo(new EventReader.Waiting(record.capacity()));
        }
    }

    @Test
    void resumingKeepsTheFileAndItsPlugins() throws IOException {
        Path file = threeScalars();
        try (EventLog log = log()) {
            log.resumeAfter(2);
            log.scalar(3, "x", 30);
        }
        try (EventReader reader = new EventReader(file)) {
            List<Event> events = reader.available();
            assertThat(events.get(1).sessionStart()).isTrue();
            assertThat(events.get(5).sessionStart()).isTrue();
            assertThat(events.get(5).step()).isEqualTo(3);
            Event.Value last = events.get(6).values().get(0);
            assertThat(Map.entry(
                            last.plugin(),
                            Objects.requireNonNull(last.numbers()).floats()[0]))
                    .isEqualTo(Map.entry("scalars", 30f));
        }
    }

    private static byte[] header(long length) {
        ByteBuffer header =
                ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        return header.putInt(MaskedCrc.of(header.array(), 0, 8)).array();
    }
}
