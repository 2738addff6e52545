package org.crease.runlog.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.crease.runlog.storage.CorruptFileException;

/**
 * Reads the directory of a zip file and believes nothing: every local header must say what the directory says, entries must
 * fill the file without overlap, gap or trailing bytes, names must be plain, sizes must fit the file. Encrypted, split,
 * multi-disk and over-4-GiB archives, links, unknown methods and archives in disguise are refused. No byte of content is
 * read and nothing in proportion to a claimed size is allocated.
 *
 * <p>Format: PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3 (NumPy writes the zip64 sizes of 4.5.3 in local headers).
 */
final class StrictZip {
    static final int MOST_ENTRIES = 10_000;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_SIZE = 30;
    private static final int CENTRAL_SIZE = 46;
    private static final int END_SIZE = 22;
    private static final int DESCRIPTOR_FLAG = 1 << 3;
    private static final int UTF8_FLAG = 1 << 11;
    private static final int LONGEST_DESCRIPTOR = 24;
    private static final int ZIP64 = 1;
    private static final long UNKNOWN = 0xFFFFFFFFL;
    private static final long MOST_RATIO = 100;
    private static final long SMALL = 1 << 20;
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");

    private final FileChannel channel;
    private final Path file;
    private final long length;

    private StrictZip(FileChannel channel, Path file) throws IOException {
        this.channel = channel;
        this.file = file;
        this.length = channel.size();
    }

    /**
     * The entries in the order of the file.
     *
     * @throws CorruptFileException naming the offset of what is wrong
     */
    static List<ZipItem> entries(FileChannel channel, Path file) throws IOException {
        return new StrictZip(channel, file).read();
    }

    private List<ZipItem> read() throws IOException {
        if (length < END_SIZE) {
            throw corrupt(0, "is " + length + " bytes long, a zip file has at least " + END_SIZE);
        }
        ByteBuffer end = at(length - END_SIZE, END_SIZE);
        if (end.getInt(0) != END) {
            throw corrupt(length - END_SIZE, "zip directory's end is not here: truncated, or bytes were added");
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        long size = unsigned(end, 12);
        long start = unsigned(end, 16);
        if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10) || count > MOST_ENTRIES) {
            throw corrupt(
                    length - END_SIZE,
                    "zip directory of " + count + " entries on several disks or over " + MOST_ENTRIES + " entries");
        }
        if (start + size != length - END_SIZE || size > (long) count * (CENTRAL_SIZE + 3L * 0xFFFF)) {
            throw corrupt(
                    length - END_SIZE,
                    "zip directory of " + size + " bytes at " + start + " does not end at " + (length - END_SIZE));
        }
        List<ZipItem> items = directory(start, length - END_SIZE, count);
        checkNames(items);
        checkTiling(items, start);
        return items;
    }

    private List<ZipItem> directory(long start, long end, int count) throws IOException {
        List<ZipItem> items = new ArrayList<>();
        long offset = start;
        for (int i = 0; i < count; i++) {
            if (offset + CENTRAL_SIZE > end) {
                throw corrupt(offset, "zip directory ends after " + i + " of " + count + " entries");
            }
            ByteBuffer header = at(offset, CENTRAL_SIZE);
            int nameLength = Short.toUnsignedInt(header.getShort(28));
            int extraLength = Short.toUnsignedInt(header.getShort(30));
            int commentLength = Short.toUnsignedInt(header.getShort(32));
            long next = offset + CENTRAL_SIZE + nameLength + extraLength + commentLength;
            if (header.getInt(0) != CENTRAL || next > end) {
                throw corrupt(offset, "zip directory entry is damaged");
            }
            items.add(item(offset, header, nameLength, extraLength, start));
            offset = next;
        }
        if (offset != end) {
            throw corrupt(offset, "zip directory holds more than its " + count + " entries");
        }
        return items;
    }

    private ZipItem item(long offset, ByteBuffer header, int nameLength, int extraLength, long limit)
            throws IOException {
        int flags = header.getShort(8);
        int method = header.getShort(10);
        checkKind(offset, flags, method, header.getInt(38) >>> 16);
        String name = name(at(offset + CENTRAL_SIZE, nameLength), offset);
        ByteBuffer extra = at(offset + CENTRAL_SIZE + nameLength, extraLength);
        long[] sizes = sizes(unsigned(header, 24), unsigned(header, 20), extra, offset);
        ZipItem item =
                local(unsigned(header, 42), limit, name, flags, method, unsigned(header, 16), sizes[0], sizes[1]);
        if (item.deflated()
                ? item.size() > Math.max(SMALL, MOST_RATIO * item.compressedSize())
                : item.size() != item.compressedSize()) {
            throw corrupt(
                    offset,
                    "zip entry '" + name + "' claims " + item.size() + " bytes from " + item.compressedSize()
                            + ", at most " + MOST_RATIO + " times as many are believed");
        }
        return item;
    }

    private ZipItem local(
            long offset, long limit, String name, int flags, int method, long crc, long size, long compressed)
            throws IOException {
        if (offset + LOCAL_SIZE > limit) {
            throw corrupt(offset, "zip entry '" + name + "' starts behind the entries' end at " + limit);
        }
        ByteBuffer header = at(offset, LOCAL_SIZE);
        int nameLength = Short.toUnsignedInt(header.getShort(26));
        int extraLength = Short.toUnsignedInt(header.getShort(28));
        long data = offset + LOCAL_SIZE + nameLength + extraLength;
        if (header.getInt(0) != LOCAL || data + compressed > limit) {
            throw corrupt(offset, "zip entry '" + name + "' has no header here or is longer than the file");
        }
        boolean later = (flags & DESCRIPTOR_FLAG) != 0;
        ByteBuffer extra = at(offset + LOCAL_SIZE + nameLength, extraLength);
        long[] sizes = later
                ? new long[] {size, compressed}
                : sizes(unsigned(header, 22), unsigned(header, 18), extra, offset);
        boolean same = header.getShort(6) == (short) flags
                && header.getShort(8) == (short) method
                && name(at(offset + LOCAL_SIZE, nameLength), offset).equals(name)
                && (later || unsigned(header, 14) == crc)
                && sizes[0] == size
                && sizes[1] == compressed;
        if (!same) {
            throw corrupt(offset, "zip entry '" + name + "' is described otherwise in the zip directory");
        }
        return new ZipItem(name, method != 0, crc, compressed, size, offset, data);
    }

    private void checkKind(long offset, int flags, int method, int mode) {
        if ((flags & ~(DESCRIPTOR_FLAG | UTF8_FLAG | 6)) != 0) {
            throw corrupt(offset, "zip entry is encrypted or patched");
        }
        if (method != 0 && method != 8) {
            throw corrupt(offset, "zip entry uses method " + method + ", only stored (0) and deflated (8) are read");
        }
        int kind = mode & 0xF000;
        if (kind != 0 && kind != 0x8000) {
            throw corrupt(offset, "zip entry is a link or another special file");
        }
    }

    private void checkNames(List<ZipItem> items) {
        Set<String> seen = new HashSet<>();
        for (ZipItem item : items) {
            if (!seen.add(item.name().toLowerCase(Locale.ROOT))) {
                throw corrupt(item.offset(), "zip entry '" + item.name() + "' is there twice");
            }
        }
    }

    private void checkTiling(List<ZipItem> items, long end) {
        items.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        long covered = 0;
        int slack = 0;
        for (ZipItem item : items) {
            checkGap(covered, item.offset(), slack);
            covered = item.end();
            slack = item.deflated() ? LONGEST_DESCRIPTOR : 0;
        }
        checkGap(covered, end, slack);
    }

    private void checkGap(long from, long to, int slack) {
        if (to < from || to > from + slack) {
            throw corrupt(from, "zip entries overlap or leave " + (to - from) + " bytes between them");
        }
    }

    /** Size and compressed size, from the zip64 field where the short ones are full. */
    private long[] sizes(long size, long compressed, ByteBuffer extra, long offset) {
        long[] sizes = {size, compressed};
        if (size != UNKNOWN && compressed != UNKNOWN) {
            return sizes;
        }
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            int bytes = Short.toUnsignedInt(extra.getShort());
            if (bytes > extra.remaining()) {
                break;
            }
            int next = extra.position() + bytes;
            if (id == ZIP64 && bytes >= 16) {
                sizes[0] = extra.getLong();
                sizes[1] = extra.getLong();
            }
            extra.position(next);
        }
        if (sizes[0] < 0 || sizes[1] < 0 || sizes[0] == UNKNOWN || sizes[1] == UNKNOWN || sizes[1] > length) {
            throw corrupt(offset, "zip entry's 64-bit sizes are missing or longer than the file");
        }
        return sizes;
    }

    private String name(ByteBuffer bytes, long offset) {
        String name = StandardCharsets.UTF_8.decode(bytes).toString();
        if (!PLAIN.matcher(name).matches() || name.startsWith(".") || name.contains("\uFFFD")) {
            throw corrupt(offset, "zip entry's name '" + name + "' is not a plain file name");
        }
        return name;
    }

    private ByteBuffer at(long offset, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw corrupt(offset, "zip file ends early");
            }
        }
        return bytes.flip();
    }

    private static long unsigned(ByteBuffer bytes, int index) {
        return Integer.toUnsignedLong(bytes.getInt(index));
    }

    private CorruptFileException corrupt(long offset, String message) {
        return new CorruptFileException(file, "offset " + offset, message);
    }
}
