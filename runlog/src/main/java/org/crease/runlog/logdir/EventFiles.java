package org.crease.runlog.logdir;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crease.runlog.storage.Directories;

/** The event files of a directory, in order of the time at which they were begun, which their names tell. */
final class EventFiles {
    private static final String INFIX = "tfevents";
    private static final Pattern SECONDS = Pattern.compile("tfevents\\.(\\d{1,18})");
    private static final Comparator<Path> BY_TIME =
            Comparator.comparingLong(EventFiles::seconds).thenComparing(EventFiles::name);

    private EventFiles() {}

    static boolean named(Path file) {
        return name(file).contains(INFIX);
    }

    static List<Path> of(Path directory) {
        return Directories.list(directory).stream()
                .filter(EventFiles::named)
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .sorted(BY_TIME)
                .toList();
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static long seconds(Path file) {
        Matcher matcher = SECONDS.matcher(name(file));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : Long.MAX_VALUE;
    }
}
