package org.crease.runlog;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.crease.runlog.events.Event;
import org.crease.runlog.events.EventReader;
import org.crease.runlog.storage.Directories;

/** What an event file says, in words. */
final class EventFiles {
    private EventFiles() {}

    /** The run's event file. */
    static Path file(Path run) {
        return Directories.list(run).stream()
                .filter(file -> file.getFileName().toString().startsWith("events.out.tfevents."))
                .findFirst()
                .orElseThrow();
    }

    /** Tag, step and value of each scalar; none when there is no file. */
    static List<String> scalars(Path run) {
        boolean none = Directories.list(run).stream()
                .noneMatch(file -> file.getFileName().toString().startsWith("events."));
        if (none) {
            return List.of();
        }
        try (EventReader reader = new EventReader(file(run))) {
            return reader.available().stream().flatMap(EventFiles::scalars).toList();
        }
    }

    private static Stream<String> scalars(Event event) {
        return event.values().stream()
                .filter(value -> value.plugin().equals("scalars"))
                .map(value -> value.tag() + " " + event.step() + " "
                        + Objects.requireNonNull(value.numbers()).floats()[0]);
    }
}
