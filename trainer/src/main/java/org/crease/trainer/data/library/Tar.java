package org.crease.trainer.data.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.trainer.data.source.DataException;

/**
 * Takes the expected regular files out of a tar archive (POSIX ustar). Names in the archive are only compared with the
 * expected ones: none is ever used as a path. Each expected file must be there once, a plain file of the expected size.
 */
final class Tar {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_AT = 156;

    private final InputStream in;
    private final String file;
    private long offset;

    private Tar(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Is given each expected file. */
    interface Receiver {
        void accept(DatasetFile file, byte[] content) throws IOException;
    }

    /**
     * Reads the archive to its end.
     *
     * @param in the archive, not compressed
     * @param file its name, for messages
     * @param wanted the expected files by their full name in the archive
     * @throws DataException when the archive is damaged or lacks a file
     */
    static void read(InputStream in, String file, Map<String, DatasetFile> wanted, Receiver receiver)
            throws IOException {
        Map<String, DatasetFile> missing = new LinkedHashMap<>(wanted);
        Tar tar = new Tar(in, file);
        for (byte[] header = tar.header(); header.length > 0; header = tar.header()) {
            String name = text(header, 0, NAME_LENGTH);
            long size = tar.octal(header, SIZE_AT, SIZE_LENGTH);
            if (!wanted.containsKey(name)) {
                tar.skip(padded(size));
                continue;
            }
            DatasetFile expected = missing.remove(name);
            if (expected == null) {
                throw tar.wrong(name + " is there twice");
            }
            receiver.accept(expected, tar.content(header, name, size, expected));
        }
        if (!missing.isEmpty()) {
            throw tar.wrong("has no " + String.join(", ", missing.keySet()));
        }
    }

    /** The next header; empty at the end. */
    private byte[] header() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        if (header.length == 0 || isZero(header)) {
            return new byte[0];
        }
        if (header.length < BLOCK) {
            throw wrong("ends within a header");
        }
        long expected = octal(header, CHECKSUM_AT, CHECKSUM_LENGTH);
        long actual = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean inField = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_LENGTH;
            actual += inField ? ' ' : Byte.toUnsignedInt(header[i]);
        }
        if (actual != expected) {
            throw wrong("header checksum %d, expected %d".formatted(actual, expected));
        }
        offset += BLOCK;
        return header;
    }

    private byte[] content(byte[] header, String name, long size, DatasetFile expected) throws IOException {
        byte type = header[TYPE_AT];
        if (type != '0' && type != 0) {
            throw wrong(name + " is not a plain file but of type '" + (char) type + "'");
        }
        if (size != expected.bytes()) {
            throw wrong("%s has %d bytes, expected %d".formatted(name, size, expected.bytes()));
        }
        byte[] content = in.readNBytes(expected.bytes());
        if (content.length < expected.bytes()) {
            throw wrong("ends within " + name);
        }
        offset += size;
        skip(padded(size) - size);
        return content;
    }

    private void skip(long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
        } catch (EOFException e) {
            throw new DataException(file + ": tar ends early, after offset " + offset, e);
        }
        offset += bytes;
    }

    private long octal(byte[] header, int at, int length) {
        String digits = text(header, at, length).trim();
        if (!digits.matches("[0-7]{1,11}")) {
            throw wrong("'" + digits + "' in a header, expected an octal number");
        }
        return Long.parseLong(digits, 8);
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) {
            end++;
        }
        return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private DataException wrong(String problem) {
        return new DataException(file + ": tar at offset " + offset + ": " + problem);
    }
}
