package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.trainer.data.source.DataException;
import org.junit.jupiter.api.Test;

class TarTest {
    private static final byte[] A = "the first file".getBytes(StandardCharsets.UTF_8);
    private static final byte[] B = new byte[1024];
    private static final byte[] END = new byte[1024];
    private static final Map<String, DatasetFile> WANTED = Map.of(
            "d/a", Made.describe("a", DatasetFile.Role.TRAIN_RECORDS, A),
            "d/b", Made.describe("b", DatasetFile.Role.TEST_RECORDS, B));

    @Test
    void z4_expectedFilesAreFoundAndOthersPassedOver() throws IOException {
        Map<String, byte[]> found = read(Made.join(
                Made.tarEntry("d/", '5', new byte[0]),
                Made.tarEntry("../../etc/passwd", '0', A),
                Made.tarEntry("d/a", '0', A),
                Made.tarEntry("d/readme", '0', B),
                Made.tarEntry("d/b", '0', B),
                END));
        assertThat(found).containsOnlyKeys("a", "b");
        assertThat(found.get("a")).isEqualTo(A);
    }

    @Test
    void z4_damageIsRefused() {
        byte[] good = Made.join(Made.tarEntry("d/a", '0', A), Made.tarEntry("d/b", '0', B));
        for (int length = 0; length < good.length; length += 97) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(DataException.class);
        }
        byte[] changed = good.clone();
        changed[3] ^= 1;
        assertThatThrownBy(() -> read(changed)).hasMessageContaining("header checksum");
    }

    @Test
    void z4_linksDuplicatesAndOtherSizesAreRefused() {
        assertThatThrownBy(() -> read(Made.tarEntry("d/a", '2', A)))
                .hasMessageContaining("not a plain file but of type '2'");
        assertThatThrownBy(() -> read(Made.join(Made.tarEntry("d/a", '0', A), Made.tarEntry("d/a", '0', A))))
                .hasMessageContaining("d/a is there twice");
        assertThatThrownBy(() -> read(Made.tarEntry("d/a", '0', B)))
                .hasMessageContaining("d/a has 1024 bytes, expected 14");
        assertThatThrownBy(() -> read(Made.join(Made.tarEntry("d/a", '0', A), END)))
                .hasMessageContaining("has no d/b");
    }

    private static Map<String, byte[]> read(byte[] tar) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        Tar.read(new ByteArrayInputStream(tar), "x.tar", WANTED, (file, content) -> found.put(file.name(), content));
        return found;
    }
}
