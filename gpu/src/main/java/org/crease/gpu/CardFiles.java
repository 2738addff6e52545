package org.crease.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this machine can have a graphics card, told without loading a driver, which takes a tenth of a second and more: on
 * Linux a card that programs may use has a file, {@code /dev/nvidia*}, {@code /dev/dri/renderD*}, {@code /dev/kfd} (AMD) or
 * {@code /dev/dxg} (Windows below).
 */
final class CardFiles {
    private CardFiles() {}

    /** False where there is surely none. */
    static boolean mayHaveCard() {
        return !System.getProperty("os.name").equals("Linux") || areIn(Path.of("/dev"));
    }

    /** Whether a folder of devices has one. */
    static boolean areIn(Path devices) {
        return Files.exists(devices.resolve("kfd"))
                || Files.exists(devices.resolve("dxg"))
                || anyIn(devices, "nvidia*")
                || anyIn(devices.resolve("dri"), "renderD*");
    }

    private static boolean anyIn(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            return found.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
