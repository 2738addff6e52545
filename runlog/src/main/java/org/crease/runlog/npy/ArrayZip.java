package org.crease.runlog.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.crease.probes.Array;
import org.crease.runlog.storage.CorruptFileException;

/**
 * A zip of npy arrays, and of small documents beside them. Written stored, with a constant time, so that equal content
 * is equal bytes; read through {@link StrictZip} with every CRC checked.
 */
public final class ArrayZip {
    private static final String SUFFIX = ".npy";
    private static final LocalDateTime EPOCH = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final long MOST_BYTES = 0xFFFFFFFFL - (64L << 20);
    private static final int LONGEST_DOCUMENT = 16 << 20;

    private ArrayZip() {}

    /**
     * What a zip holds.
     *
     * @param documents content of the entries that are no arrays, by name
     * @param arrays by name, without {@code .npy}
     */
    public record Content(Map<String, byte[]> documents, Map<String, Array> arrays) {}

    /** Writes documents, then arrays. */
    public static void write(Content content, OutputStream out) throws IOException {
        checkSize(content.arrays());
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> document : content.documents().entrySet()) {
            byte[] bytes = document.getValue();
            put(zip, document.getKey(), bytes.length, sink -> sink.write(bytes));
        }
        for (Map.Entry<String, Array> array : content.arrays().entrySet()) {
            Array value = array.getValue();
            put(zip, array.getKey() + SUFFIX, NpyStream.size(value), sink -> NpyStream.write(value, sink));
        }
        zip.finish();
    }

    /**
     * Reads an open zip.
     *
     * @param file for errors
     * @param documents names of the entries that are no arrays; any other entry must be an array
     * @param compressed whether deflated entries are accepted
     */
    public static Content read(FileChannel channel, Path file, List<String> documents, boolean compressed)
            throws IOException {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        Map<String, Array> arrays = new LinkedHashMap<>();
        for (ZipItem item : StrictZip.entries(channel, file)) {
            if (item.deflated() && !compressed) {
                throw corrupt(file, item, "is compressed, a stored one is expected");
            }
            if (documents.contains(item.name())) {
                texts.put(item.name(), document(channel, file, item));
            } else if (item.name().endsWith(SUFFIX) && item.name().length() > SUFFIX.length()) {
                arrays.put(
                        item.name().substring(0, item.name().length() - SUFFIX.length()), array(channel, file, item));
            } else {
                throw corrupt(file, item, "is not known here");
            }
        }
        return new Content(texts, arrays);
    }

    private interface Body {
        void writeTo(OutputStream sink) throws IOException;
    }

    private static void put(ZipOutputStream zip, String name, long size, Body body) throws IOException {
        CRC32 crc = new CRC32();
        body.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(EPOCH);
        entry.setSize(size);
        entry.setCompressedSize(size);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        body.writeTo(zip);
        zip.closeEntry();
    }

    private static void checkSize(Map<String, Array> arrays) {
        long total = arrays.values().stream().mapToLong(NpyStream::size).sum();
        if (total > MOST_BYTES || arrays.size() >= StrictZip.MOST_ENTRIES) {
            throw new IllegalArgumentException(
                    arrays.size() + " arrays of " + total + " bytes do not fit one file: at most "
                            + StrictZip.MOST_ENTRIES + " arrays and " + MOST_BYTES + " bytes do");
        }
    }

    private static byte[] document(FileChannel channel, Path file, ZipItem item) throws IOException {
        if (item.size() > LONGEST_DOCUMENT) {
            throw corrupt(file, item, "is longer than " + LONGEST_DOCUMENT + " bytes");
        }
        try (CheckedInputStream in = open(channel, item)) {
            byte[] bytes = in.readNBytes((int) item.size());
            finish(in, file, item);
            return bytes;
        }
    }

    private static Array array(FileChannel channel, Path file, ZipItem item) throws IOException {
        try (CheckedInputStream in = open(channel, item)) {
            Array array = NpyStream.read(in, item.size());
            finish(in, file, item);
            return array;
        } catch (NpyFormatException e) {
            throw corrupt(file, item, "at its offset " + e.offset() + ": " + e.getMessage());
        } catch (ZipException | EOFException e) {
            throw corrupt(file, item, "cannot be decompressed: " + e.getMessage());
        }
    }

    private static CheckedInputStream open(FileChannel channel, ZipItem item) throws IOException {
        channel.position(item.dataOffset());
        InputStream stored = new BoundedInputStream(Channels.newInputStream(channel), item.compressedSize());
        InputStream content = item.deflated() ? new Inflating(stored) : stored;
        return new CheckedInputStream(content, new CRC32());
    }

    private static void finish(CheckedInputStream in, Path file, ZipItem item) throws IOException {
        if (in.read() >= 0) {
            throw corrupt(file, item, "is longer than the " + item.size() + " bytes it claims");
        }
        if (in.getChecksum().getValue() != item.crc()) {
            throw corrupt(
                    file,
                    item,
                    String.format(
                            "has CRC-32 %08x, expected %08x", in.getChecksum().getValue(), item.crc()));
        }
    }

    private static CorruptFileException corrupt(Path file, ZipItem item, String message) {
        return new CorruptFileException(file, "offset " + item.offset(), "zip entry '" + item.name() + "' " + message);
    }

    /** Inflates raw data and frees the inflater when closed. */
    private static final class Inflating extends InflaterInputStream {
        Inflating(InputStream in) {
            super(in, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
