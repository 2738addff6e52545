package org.crease.trainer.data.library;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.data.source.DataException;

/**
 * Reads a file of a data set whether or not it is compressed by gzip, and believes it only when its uncompressed bytes have
 * the size and the SHA-256 of the manifest. Never unpacks more than one byte beyond that size, so a bomb does no harm.
 */
final class Unpacked {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private Unpacked() {}

    /**
     * The uncompressed bytes of a file.
     *
     * @throws DataException when the file is not what the manifest says
     */
    static byte[] read(Path path, DatasetFile expected) {
        byte[] content = upTo(path, expected.bytes());
        if (content.length < expected.bytes()) {
            throw new DataException("%s: %d bytes when unpacked, expected %d: the file is cut short"
                    .formatted(path, content.length, expected.bytes()));
        }
        if (content.length > expected.bytes()) {
            throw new DataException(
                    "%s: more than %d bytes when unpacked, expected exactly that".formatted(path, expected.bytes()));
        }
        String actual = Digests.sha256(content);
        if (!actual.equals(expected.sha256())) {
            throw new DataException("%s: SHA-256 of the unpacked bytes is %s, expected %s: not the published file"
                    .formatted(path, actual, expected.sha256()));
        }
        return content;
    }

    private static byte[] upTo(Path path, int bytes) {
        if (!Files.isRegularFile(path)) {
            throw new DataException(path + ": not a regular file");
        }
        try (InputStream in = open(path)) {
            return in.readNBytes(bytes + 1);
        } catch (EOFException e) {
            throw new DataException(path + ": the gzip stream ends too early: the file is cut short", e);
        } catch (ZipException e) {
            throw new DataException(path + ": damaged gzip stream: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            in.mark(2);
            boolean packed = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            return packed ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
