package org.crease.runlog.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Puts a checksum into a JSON object as its last member, {@code "crc"}: the CRC-32C, in eight hexadecimal digits, of the
 * UTF-8 bytes before the comma in front of it. So one flipped bit in a number does not become another number. Text
 * without the member is accepted, so that other tools can write these files.
 */
final class Sealed {
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

    private static String checksum(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
