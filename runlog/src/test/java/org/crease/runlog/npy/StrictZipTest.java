package org.crease.runlog.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.crease.probes.Array;
import org.crease.runlog.storage.CorruptFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictZipTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");
    private byte[] good = {};

    @BeforeEach
    void writeGoodFile() throws IOException {
        file = directory.resolve("x.npz");
        Npz.write(file, Map.of("a", new Array(new int[] {1, 2, 3}, 3)));
        good = Files.readAllBytes(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.npy",
                "/x.npy",
                "C:x.npy",
                "a/b.npy",
                "a\\b.npy",
                ".npy",
                "x\ny.npy",
                "x.txt",
                "checkpoint.json"
            })
    void z2_namesThatAreNoPlainArrayNamesAreRefused(String name) throws IOException {
        assertRefused(zip(false, name), "");
    }

    @Test
    void z2_namesThatDifferInCaseAreRefused() throws IOException {
        assertRefused(zip(false, "a.npy", "A.npy"), "is there twice");
    }

    @Test
    void z2_bytesAddedAnywhereAreRefused() throws IOException {
        byte[] behind = Arrays.copyOf(good, good.length + 1);
        byte[] before = new byte[good.length + 1];
        System.arraycopy(good, 0, before, 1, good.length);
        assertRefused(behind, "bytes were added");
        assertRefused(before, "");
    }

    @Test
    void z2_localHeaderMustSayWhatTheDirectorySays() throws IOException {
        byte[] other = good.clone();
        other[30] = 'b';
        assertRefused(other, "described otherwise");
    }

    @Test
    void z2_encryptedEntryIsRefused() throws IOException {
        byte[] other = good.clone();
        ByteBuffer bytes = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        int central = bytes.getInt(good.length - 6);
        other[6] |= 1;
        other[central + 8] |= 1;
        assertRefused(other, "encrypted");
    }

    @Test
    void z2_linkIsRefused() throws IOException {
        byte[] other = good.clone();
        ByteBuffer bytes = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        int central = bytes.getInt(good.length - 6);
        bytes.putInt(central + 38, 0xA1FF << 16);
        assertRefused(other, "is a link");
    }

    @Test
    void z2_everyFlippedBitOfTheContentIsNoticed() throws IOException {
        int content = 30 + "a.npy".length();
        int central = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 6);
        for (int at = content; at < central; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = good.clone();
                other[at] ^= (byte) (1 << bit);
                assertRefused(other, "");
            }
        }
    }

    @Test
    void z2_flippedBitsOfTheHeadersNeverGiveOtherNumbers() throws IOException {
        Map<String, Array> right = Npz.read(file);
        for (int at = 0; at < good.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] other = good.clone();
                other[at] ^= (byte) (1 << bit);
                Files.write(file, other);
                try {
                    assertThat(Npz.read(file).values()).containsExactlyElementsOf(right.values());
                } catch (CorruptFileException expected) {
                    assertThat(expected).hasMessageContaining("x.npz");
                }
            }
        }
    }

    @Test
    void z2_claimsOfFourGibibytesAreRefusedWithoutAllocatingThem() throws IOException {
        byte[] other = good.clone();
        ByteBuffer bytes = ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN);
        int central = bytes.getInt(good.length - 6);
        for (int at : new int[] {18, 22, central + 20, central + 24}) {
            bytes.putInt(at, 0xFFFFFFFE);
        }
        assertRefused(other, "longer than the file");
    }

    @Test
    void z2_overlappingEntriesAreRefused() throws IOException {
        byte[] two = zip(false, "a.npy", "b.npy");
        ByteBuffer bytes = ByteBuffer.wrap(two).order(ByteOrder.LITTLE_ENDIAN);
        int central = bytes.getInt(two.length - 6);
        bytes.putInt(central + 46 + 5 + 42, 0);
        assertRefused(two, "");
    }

    @Test
    void z2_bombIsRefused() throws IOException {
        byte[] zeros = npy(new Array(new double[1 << 20], 1 << 20));
        assertRefused(zip(true, zeros, "bomb.npy"), "100 times");
    }

    @Test
    void z2_tooManyEntriesAreRefused() throws IOException {
        String[] names = new String[StrictZip.MOST_ENTRIES + 1];
        Arrays.setAll(names, i -> i + ".npy");
        assertRefused(zip(false, new byte[0], names), "entries");
    }

    @Test
    void f4_zerosAndEmptinessAreRefused() throws IOException {
        assertRefused(new byte[0], "at least 22");
        assertRefused(new byte[good.length], "");
        byte[] tail = good.clone();
        Arrays.fill(tail, good.length / 2, good.length, (byte) 0);
        assertRefused(tail, "");
    }

    private void assertRefused(byte[] bytes, String words) throws IOException {
        Files.write(file, bytes);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(CorruptFileException.class)
                .hasMessageContaining("x.npz")
                .hasMessageContaining(words);
    }

    private static byte[] npy(Array array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyStream.write(array, out);
        return out.toByteArray();
    }

    private static byte[] zip(boolean deflated, String... names) throws IOException {
        return zip(deflated, npy(new Array(new int[] {1}, 1)), names);
    }

    private static byte[] zip(boolean deflated, byte[] content, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                CRC32 crc = new CRC32();
                crc.update(content);
                if (!deflated) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(content.length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
