package org.crease.trainer.config.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file of YAML as text. Looks at what the file is before it opens it: a FIFO or a device could block for ever. */
public final class YamlText {

    /** Largest file read, in bytes. The parser's time grows with the square of its longest value. */
    public static final int MAX_BYTES = 256 * 1024;

    private YamlText() {}

    /**
     * The text of a file.
     *
     * @throws YamlRefusedException when it is no regular file, too large, empty or not UTF-8
     */
    public static String read(Path file, String source) throws YamlRefusedException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            refuseIrregular(attributes, source);
            try (InputStream in = Files.newInputStream(file)) {
                return decode(in.readNBytes(MAX_BYTES + 1), source);
            }
        } catch (NoSuchFileException e) {
            throw new YamlRefusedException(Mark.of(source), "there is no such file", e);
        } catch (IOException e) {
            throw new YamlRefusedException(Mark.of(source), "cannot be read: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replaceAll("Exception$", "");
    }

    private static void refuseIrregular(BasicFileAttributes attributes, String source) throws YamlRefusedException {
        if (attributes.isDirectory()) {
            throw new YamlRefusedException(Mark.of(source), "is a directory, not a file");
        } else if (!attributes.isRegularFile()) {
            throw new YamlRefusedException(Mark.of(source), "is a device, a pipe or a socket, not a file");
        } else if (attributes.size() > MAX_BYTES) {
            throw new YamlRefusedException(
                    Mark.of(source), "has " + attributes.size() + " bytes; a configuration has at most " + MAX_BYTES);
        }
    }

    /**
     * The text of these bytes.
     *
     * @throws YamlRefusedException when there are too many or none of them, or when they are not UTF-8
     */
    public static String decode(byte[] bytes, String source) throws YamlRefusedException {
        if (bytes.length > MAX_BYTES) {
            throw new YamlRefusedException(
                    Mark.of(source), "has more than " + MAX_BYTES + " bytes, the most of a configuration");
        }
        refuseOtherEncodings(bytes, source);
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(rest, characters, true);
        String text = characters.flip().toString();
        if (result.isError()) {
            throw notUtf8(text, bytes[rest.position()], source);
        }
        if (text.isBlank()) {
            throw new YamlRefusedException(Mark.of(source), "is empty");
        }
        return text;
    }

    private static YamlRefusedException notUtf8(String before, byte culprit, String source) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        String message = String.format(
                "is not UTF-8: byte 0x%02X begins no character; save the file as UTF-8 (it may be Latin-1)", culprit);
        return new YamlRefusedException(new Mark(source, line, column), message);
    }

    private static void refuseOtherEncodings(byte[] bytes, String source) throws YamlRefusedException {
        int first = bytes.length > 0 ? bytes[0] & 0xFF : -1;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        int third = bytes.length > 2 ? bytes[2] & 0xFF : -1;
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            throw new YamlRefusedException(
                    Mark.of(source), "begins with a byte order mark; save the file as UTF-8 without one");
        } else if ((first == 0xFE && second == 0xFF)
                || (first == 0xFF && second == 0xFE)
                || first == 0
                || second == 0) {
            throw new YamlRefusedException(Mark.of(source), "is UTF-16 or UTF-32; save the file as UTF-8");
        }
    }
}
