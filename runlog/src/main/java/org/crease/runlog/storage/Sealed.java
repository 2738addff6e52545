package org.crease.runlog.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Puts a checksum into a JSON object as its last member, {@code "crc"}: the CRC-32C, in eight hexadecimal digits, of the
 * UTF-8 bytes before the comma in front of it. So one flipped bit in a number does not become another number. Text
 * without the member is accepted, so that other tools can write these files.
 */
public final class Sealed {
    private static final byte[] MEMBER = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 8;
    private static final int WRITTEN = MEMBER.length + DIGITS + 2;
    private static final Pattern SEAL = Pattern.compile(",\\s*\"crc\"\\s*:\\s*\"([0-9a-f]{8})\"\\s*\\}\\s*\\z");
    private static final int LONGEST_SEAL = 60;

    private Sealed() {}

    /** The object (not an empty one) with its checksum. */
    static String seal(String object, String separator) {
        String body = object.substring(0, object.lastIndexOf('}')).stripTrailing();
        return body + "," + separator + "\"crc\":\"" + checksum(body) + "\"" + separator.stripTrailing() + "}";
    }

    static void check(String object, Path file, String position) {
        Matcher seal = SEAL.matcher(object);
        seal.region(Math.max(0, object.length() - LONGEST_SEAL), object.length());
        if (!seal.find()) {
            return;
        }
        String actual = checksum(object.substring(0, seal.start()));
        if (!actual.equals(seal.group(1))) {
            throw new CorruptFileException(
                    file, position, "checksum is " + actual + ", expected " + seal.group(1) + ": the text was changed");
        }
    }

    /**
     * Whether a line's checksum is right, or there is none. Does not look at the text otherwise; fast for lines as
     * Crease writes them.
     */
    public static boolean isIntact(byte[] utf8, int from, int to) {
        int seal = to - WRITTEN;
        boolean written = seal > from
                && utf8[to - 1] == '}'
                && utf8[to - 2] == '"'
                && Arrays.equals(utf8, seal, seal + MEMBER.length, MEMBER, 0, MEMBER.length);
        if (!written) {
            return isIntact(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }
        CRC32C crc = new CRC32C();
        crc.update(utf8, from, seal - from);
        int actual = (int) crc.getValue();
        for (int i = 0; i < DIGITS; i++) {
            int digit = (actual >>> (4 * (DIGITS - 1 - i))) & 0xF;
            if (utf8[seal + MEMBER.length + i] != Character.forDigit(digit, 16)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIntact(String object) {
        Matcher seal = SEAL.matcher(object);
        seal.region(Math.max(0, object.length() - LONGEST_SEAL), object.length());
        return !seal.find() || checksum(object.substring(0, seal.start())).equals(seal.group(1));
    }

    private static String checksum(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
