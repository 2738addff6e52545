package org.crease.runlog;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files and directories that belong to a step. */
final class StepNames {
    private static final Pattern DIRECTORY = Pattern.compile("step-\\d{8,19}");
    private static final Pattern CHECKPOINT = Pattern.compile("step-\\d{8,19}\\.zip");

    private StepNames() {}

    static String directory(long step) {
        return String.format(Locale.ROOT, "step-%08d", step);
    }

    static String checkpoint(long step) {
        return directory(step) + ".zip";
    }

    static boolean isDirectory(Path path) {
        return DIRECTORY.matcher(path.getFileName().toString()).matches();
    }

    static boolean isCheckpoint(Path path) {
        return CHECKPOINT.matcher(path.getFileName().toString()).matches();
    }
}
