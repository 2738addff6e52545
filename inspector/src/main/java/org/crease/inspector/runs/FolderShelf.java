package org.crease.inspector.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crease.runlog.storage.Directories;

/** All runs right below a directory, by the names of their own. */
record FolderShelf(Path folder) implements Shelf {

    @Override
    public List<String> names() {
        return Directories.list(folder).stream()
                .filter(run -> path(run.getFileName().toString())
                        .filter(Catalogue::isRun)
                        .isPresent())
                .map(run -> run.getFileName().toString())
                .toList();
    }

    @Override
    public Optional<Path> path(String name) {
        boolean plain = !name.isEmpty() && !name.startsWith(".") && name.matches("[^/\\\\\\p{Cntrl}]+");
        return plain ? Optional.of(folder.resolve(name)) : Optional.empty();
    }
}
