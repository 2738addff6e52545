package org.crease.trainer.data.library;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crease.trainer.data.source.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Where data sets are looked for.
 *
 * @param shipped the folder {@code datasets} of this program, with the manifest
 * @param given the folders of {@code $CREASE_DATASETS}
 * @param cache where downloads are placed
 */
record Folders(Path shipped, List<Path> given, Path cache) {
    static final String VARIABLE = "CREASE_DATASETS";
    private static final String DATASETS = "datasets";

    Folders {
        given = List.copyOf(given);
    }

    /**
     * The folders of this process.
     *
     * @param home the program's folder if it is known, else it is looked for from {@code working} upwards
     */
    static Folders of(Map<String, String> environment, @Nullable String home, Path userHome, Path working) {
        List<Path> given = new ArrayList<>();
        for (String folder : environment.getOrDefault(VARIABLE, "").split(File.pathSeparator, -1)) {
            if (!folder.isBlank()) {
                given.add(working.resolve(folder).normalize());
            }
        }
        String cacheHome = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = Path.of(cacheHome).isAbsolute() ? Path.of(cacheHome) : userHome.resolve(".cache");
        Path shipped =
                home == null ? search(working.toAbsolutePath()) : Path.of(home).resolve(DATASETS);
        return new Folders(shipped, given, caches.resolve("crease").resolve(DATASETS));
    }

    private static Path search(Path working) {
        for (Path folder = working; folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve(DATASETS);
            if (Files.isRegularFile(candidate.resolve(Manifest.FILE))) {
                return candidate;
            }
        }
        throw new DataException("no " + DATASETS + "/" + Manifest.FILE + " in " + working
                + " or above it: start crease by its launcher, or set the system property crease.home");
    }

    /** The folders that may hold a data set, in the order in which they are tried. */
    List<Path> candidates(DatasetInfo set) {
        List<Path> candidates = new ArrayList<>();
        for (Path root : roots()) {
            candidates.add(root.resolve(set.name()));
            DatasetInfo.Archive archive = set.archive();
            if (archive != null) {
                candidates.add(root.resolve(archive.folder()));
            }
        }
        if (set.system() != null) {
            candidates.add(set.system());
        }
        return candidates;
    }

    /** The folders that hold folders of data sets. */
    List<Path> roots() {
        List<Path> roots = new ArrayList<>();
        roots.add(shipped);
        roots.addAll(given);
        roots.add(cache);
        return roots;
    }

    /** Where a download of a data set is placed. */
    Path cache(DatasetInfo set) {
        return cache.resolve(set.name());
    }
}
