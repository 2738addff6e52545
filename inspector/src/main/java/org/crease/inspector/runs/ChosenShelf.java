package org.crease.inspector.runs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that were named one by one, from anywhere: by their own names, and by more of their paths where these agree. */
final class ChosenShelf implements Shelf {
    private final Map<String, Path> runs = new LinkedHashMap<>();

    ChosenShelf(List<Path> paths) {
        for (Path path : paths.stream().distinct().toList()) {
            runs.put(unusedName(path), path);
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(runs.keySet());
    }

    @Override
    public Optional<Path> path(String name) {
        return Optional.ofNullable(runs.get(name));
    }

    private String unusedName(Path path) {
        int parts = 1;
        while (parts < path.getNameCount() && runs.containsKey(lastParts(path, parts))) {
            parts++;
        }
        return lastParts(path, parts);
    }

    private static String lastParts(Path path, int parts) {
        int count = path.getNameCount();
        return path.subpath(count - parts, count).toString().replace('\\', '/');
    }
}
