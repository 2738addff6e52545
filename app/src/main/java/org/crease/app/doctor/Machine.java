package org.crease.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What checks may ask of a machine.
 *
 * @param properties Java's system properties
 * @param environment environment variables
 * @param root root of the file system
 * @param programs how other programs are asked
 */
record Machine(Properties properties, Map<String, String> environment, Path root, Programs programs) {

    static Machine present() {
        return new Machine(System.getProperties(), System.getenv(), Path.of("/"), new ProcessPrograms());
    }

    String property(String name) {
        return properties.getProperty(name, "unknown");
    }

    /** Lines of a file below the root; none where it cannot be read. */
    List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The first of these files below the root whose name matches, in the order of the folders. */
    Optional<Path> find(List<String> folders, Pattern name) {
        return folders.stream()
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> matching(folder, name).stream())
                .findFirst();
    }

    /** Files of a folder whose names match, sorted; none where it cannot be read. */
    static List<Path> matching(Path folder, Pattern name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            name.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Where a program stands on the PATH. */
    Optional<Path> program(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> root.getFileSystem().getPath(folder).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
