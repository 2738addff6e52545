package org.crease.runlog.logdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogDirectoryTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path root;

    private Path file(String name, int bytes, Instant time) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.setLastModifiedTime(Files.write(file, new byte[bytes]), FileTime.from(time));
    }

    @Test
    void everyDirectoryWithEventFilesIsARun() throws IOException {
        file("events.out.tfevents.1.x", 3, TIME);
        file("b/deep/events.out.tfevents.1.x", 4, TIME);
        file("b/deep/x.tfevents", 5, TIME.plusSeconds(1));
        file("b/notes.txt", 6, TIME);
        Files.createDirectories(root.resolve("c/events.out.tfevents.4"));
        LogDirectory directory = LogDirectory.of(root);
        assertThat(directory.list().problems()).isEmpty();
        assertThat(directory.list().runs())
                .containsExactly(
                        new LoggedRun(".", directory.path(), 1, 3, TIME),
                        new LoggedRun("b/deep", directory.path().resolve("b/deep"), 2, 9, TIME.plusSeconds(1)));
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        file("a/events.out.tfevents.1.x", 3, TIME);
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));
        LogDirectory directory = LogDirectory.of(root);
        assertThat(directory.list().runs()).extracting(LoggedRun::name).containsExactly("a");
        assertThatThrownBy(() -> directory.open("b")).isInstanceOf(NoSuchFileException.class);
        assertThat(LogDirectory.of(root.resolve("b")).list().runs())
                .extracting(LoggedRun::name)
                .containsExactly(".");
    }

    @Test
    void theDirectoryMustBeThere() throws IOException {
        assertThatThrownBy(() -> LogDirectory.of(root.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        Path file = file("f", 1, TIME);
        assertThatThrownBy(() -> LogDirectory.of(file)).isInstanceOf(NotDirectoryException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../x",
                "a/../..",
                "/",
                "/etc",
                "a//b",
                "./a",
                "a/.",
                "a\0b",
                "a/",
                "none",
                "a/events.out.tfevents.1.x"
            })
    void n1_namesThatAreNoRunAreRefused(String name) throws IOException {
        file("a/events.out.tfevents.1.x", 3, TIME);
        LogDirectory directory = LogDirectory.of(root.resolve("."));
        assertThatThrownBy(() -> directory.open(name))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("is no run of this log directory");
        assertThat(directory.open("a").refresh()).isEqualTo(new Refresh(0, false, true));
    }
}
