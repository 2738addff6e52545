package org.crease.gpu.cuda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of our kernels. */
final class KernelFiles {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "org", "crease", "gpu");

    private KernelFiles() {}

    /** Their names without endings. */
    static List<String> names() {
        try (Stream<Path> all = Files.list(RESOURCES.resolve("kernels"))) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".c"))
                    .map(name -> name.substring(0, name.length() - 2))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the kernels", e);
        }
    }

    /** Where the PTX of a source is shipped. */
    static Path ptx(String name) {
        return RESOURCES.resolve("ptx").resolve(name + ".ptx");
    }
}
