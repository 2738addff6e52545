package org.crease.trainer.data.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.crease.trainer.data.source.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
    private static final byte[] CONTENT = Made.images(50, 10, 10);
    private static final DatasetFile FILE = Made.describe("a.gz", DatasetFile.Role.TRAIN_IMAGES, CONTENT);

    @TempDir
    Path folder;

    @Test
    void packedAndPlainFilesAreTheSame() throws IOException {
        assertThat(Unpacked.read(write(CONTENT), FILE)).isEqualTo(CONTENT);
        assertThat(Unpacked.read(write(Made.gzip(CONTENT)), FILE)).isEqualTo(CONTENT);
    }

    @Test
    void d1_truncatedGzipIsRefusedAtEveryLength() throws IOException {
        byte[] packed = Made.gzip(CONTENT);
        for (int length = 0; length < packed.length - 8; length++) {
            Path cut = write(Arrays.copyOf(packed, length));
            assertThatThrownBy(() -> Unpacked.read(cut, FILE))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(cut.toString());
        }
    }

    @Test
    void d1_gzipBombIsRefusedWithoutBeingUnpacked() throws IOException {
        Path bomb = write(Made.gzip(new byte[64 << 20]));
        assertThatThrownBy(() -> Unpacked.read(bomb, FILE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("more than 5016 bytes when unpacked");
    }

    @Test
    void d1_shaMismatchIsRefused() throws IOException {
        byte[] other = CONTENT.clone();
        other[20] ^= 1;
        Path path = write(Made.gzip(other));
        assertThatThrownBy(() -> Unpacked.read(path, FILE))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("SHA-256 of the unpacked bytes is ")
                .hasMessageContaining(FILE.sha256());
    }

    @Test
    void d1_damagedGzipIsRefused() throws IOException {
        byte[] packed = Made.gzip(CONTENT);
        packed[2] = 99;
        Path path = write(packed);
        assertThatThrownBy(() -> Unpacked.read(path, FILE)).hasMessageContaining("damaged gzip stream");
    }

    @Test
    void d1_aFolderAndADeviceAreRefused() {
        assertThatThrownBy(() -> Unpacked.read(folder, FILE)).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> Unpacked.read(Path.of("/dev/zero"), FILE)).hasMessageContaining("not a regular file");
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
