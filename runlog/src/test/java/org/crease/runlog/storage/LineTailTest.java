package org.crease.runlog.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTailTest {
    private static final int SEAL = ",\"crc\":\"00000000\"}".length();

    private final List<String> seen = new ArrayList<>();
    private final LineTail.Sink sink = new LineTail.Sink() {
        @Override
        public void line(byte[] bytes, int from, int to, long offset, long number) {
            seen.add(number + "@" + offset + " " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void tooLong(long number) {
            seen.add(number + " too long");
        }

        @Override
        public void restart() {
            seen.add("restart");
        }
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path file;

    @SuppressWarnings("NullAway.Init") // set before each test
    private LineTail tail;

    @BeforeEach
    void follow() {
        file = folder.resolve("log.jsonl");
        tail = new LineTail(folder, file);
    }

    @Test
    void aFileThatIsNotThereYetHasNoLines() throws IOException {
        assertThat(tail.read(sink)).isFalse();
        append("a\n");
        assertThat(tail.read(sink)).isTrue();
        assertThat(seen).containsExactly("1@0 a");
    }

    @Test
    void onlyWhatWasAddedIsHandedOver() throws IOException {
        append("one\ntwo\n");
        tail.read(sink);
        append("three\n");
        tail.read(sink);

        assertThat(seen).containsExactly("1@0 one", "2@4 two", "3@8 three");
        assertThat(tail.read(sink)).isFalse();
    }

    @Test
    void f1_aLineWaitsUntilItIsWhole() throws IOException {
        append("one\ntw");
        assertThat(tail.read(sink)).isTrue();
        append("o");
        assertThat(tail.read(sink)).isFalse();
        append("\n");
        assertThat(tail.read(sink)).isTrue();

        assertThat(seen).containsExactly("1@0 one", "2@4 two");
    }

    @Test
    void f7_aFileThatWasReplacedIsReadAnew() throws IOException {
        append("one\ntwo\n");
        tail.read(sink);
        AtomicFile.write(file, out -> out.write("one\nTWO\nthree\n".getBytes(StandardCharsets.UTF_8)));
        tail.read(sink);

        assertThat(seen).containsExactly("1@0 one", "2@4 two", "restart", "1@0 one", "2@4 TWO", "3@8 three");
    }

    @Test
    void f7_aFileThatWasCutIsReadAnew() throws IOException {
        append("one\ntwo\n");
        tail.read(sink);
        Files.writeString(file, "one\n", StandardOpenOption.TRUNCATE_EXISTING);
        tail.read(sink);

        assertThat(seen).containsExactly("1@0 one", "2@4 two", "restart", "1@0 one");
    }

    @Test
    void f7_aFileThatWasWrittenOverIsReadAnew() throws IOException {
        append("one\ntwo\n");
        tail.read(sink);
        Files.writeString(file, "ONE\nTWO\nTHREE\n", StandardOpenOption.TRUNCATE_EXISTING);
        tail.read(sink);

        assertThat(seen).endsWith("restart", "1@0 ONE", "2@4 TWO", "3@8 THREE");
    }

    @Test
    void f7_aFileThatIsGoneHasNoLines() throws IOException {
        append("one\n");
        tail.read(sink);
        Files.delete(file);

        assertThat(tail.read(sink)).isTrue();
        assertThat(tail.read(sink)).isFalse();
        assertThat(seen).containsExactly("1@0 one", "restart");
    }

    @Test
    void linesLongerThanABlockAreWhole() throws IOException {
        String large = "x".repeat(700_000);
        append(large + "\n" + large + "\nend\n");
        tail.read(sink);

        assertThat(seen).containsExactly("1@0 " + large, "2@700001 " + large, "3@1400002 end");
    }

    @Test
    void aLineThatIsNoneOfOursIsPassedOver() throws IOException {
        append("a\n" + "x".repeat(40 << 20) + "\nend\n");
        tail.read(sink);

        assertThat(seen).containsExactly("1@0 a", "2 too long", "3@" + (3 + (40 << 20)) + " end");
    }

    @Test
    void n2_aLinkIsNotFollowed() throws IOException {
        Files.createSymbolicLink(file, Files.writeString(folder.resolve("outside"), "secret\n"));

        assertThatThrownBy(() -> tail.read(sink)).isInstanceOf(CorruptFileException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void f2_aFlippedBitIsNoticedInTheLineAsItStands() {
        byte[] line = Json.line(Json.object().put("step", 3).put("name", "é")).getBytes(StandardCharsets.UTF_8);

        assertThat(Sealed.isIntact(line, 0, line.length)).isTrue();
        for (int bit = 0; bit < 8 * (line.length - SEAL); bit++) {
            byte[] flipped = line.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Sealed.isIntact(flipped, 0, flipped.length))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @Test
    void aLineOfAnotherToolNeedsNoChecksum() {
        byte[] bare = "{\"step\":3}".getBytes(StandardCharsets.UTF_8);
        byte[] spaced = "{\"step\": 3, \"crc\": \"00000000\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(Sealed.isIntact(bare, 0, bare.length)).isTrue();
        assertThat(Sealed.isIntact(spaced, 0, spaced.length)).isFalse();
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
