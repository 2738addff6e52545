package org.crease.runlog.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal. */
public final class Digests {
    private Digests() {}

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The digest so far, in hexadecimal; the digest starts anew. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The digest of a file, wherever it lies. */
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sha256(in);
        }
    }

    private static String sha256(InputStream source) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(source, digest).transferTo(OutputStream.nullOutputStream());
        return hex(digest);
    }

    /** The digest of a file that must be there and really lie in {@code root}. */
    public static String sha256(Path root, Path file) {
        try (FileChannel channel = Confined.open(root, file);
                InputStream in = Channels.newInputStream(channel)) {
            return sha256(in);
        } catch (NoSuchFileException e) {
            throw new CorruptFileException(file, "", "is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }
}
