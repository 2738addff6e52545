package org.crease.trainer.data.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;

/**
 * The data sets known by name. A set is looked for in the program's {@code datasets}, in {@code $CREASE_DATASETS}, in the
 * user's cache and where a distribution's package puts it; if it is nowhere, it is downloaded into the cache. Nothing is used
 * before its SHA-256 is right.
 */
public final class DatasetLibrary {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Folders folders;
    private final Map<String, DatasetInfo> sets;
    private final Downloader downloader;

    DatasetLibrary(Folders folders, Downloader downloader) {
        this.folders = folders;
        this.downloader = downloader;
        sets = Manifest.read(folders.shipped().resolve(Manifest.FILE));
    }

    /**
     * The library of this process: the system property {@code crease.home} names the program's folder; without it, the
     * working directory and those above it are searched.
     *
     * @throws DataException when there is no manifest or it cannot be read
     */
    public static DatasetLibrary standard() {
        Folders folders = Folders.of(
                System.getenv(),
                System.getProperty("crease.home"),
                Path.of(System.getProperty("user.home", "")),
                Path.of("").toAbsolutePath());
        return new DatasetLibrary(folders, new Downloader(PATIENCE));
    }

    /** What verifying found of a file: where it is, and what is wrong with it; nothing is when it is right. */
    public record FileCheck(String file, Path path, Optional<String> problem) {}

    /** All sets, in the manifest's order. */
    public List<DatasetInfo> list() {
        return List.copyOf(sets.values());
    }

    /**
     * The set of a name.
     *
     * @throws DataException naming all sets when there is none of that name
     */
    public DatasetInfo info(String name) {
        DatasetInfo info = sets.get(name);
        if (info == null) {
            throw new DataException("no data set is called '" + name + "'; known: " + String.join(", ", sets.keySet()));
        }
        return info;
    }

    /** The folder that holds all files of a set, if one does; whether they are right is not looked at. */
    public Optional<Path> locate(String name) {
        DatasetInfo set = info(name);
        return folders.candidates(set).stream()
                .filter(folder ->
                        set.files().stream().allMatch(file -> find(folder, file).isPresent()))
                .findFirst();
    }

    /**
     * Checks each file of a set that is on disk.
     *
     * @throws DataException when the set is not on disk
     */
    public List<FileCheck> verify(String name) {
        DatasetInfo set = info(name);
        Path folder = locate(name)
                .orElseThrow(() -> new DataException(name + " is not here; `crease datasets fetch " + name
                        + "` brings it, or says which file to put where"));
        List<FileCheck> checks = new ArrayList<>();
        for (DatasetFile file : set.files()) {
            Path path = find(folder, file).orElse(folder.resolve(file.name()));
            checks.add(new FileCheck(file.name(), path, problem(path, file)));
        }
        return checks;
    }

    /**
     * Brings a set onto this machine unless it is there.
     *
     * @return the folder that holds its files
     * @throws DataException in one line: why it cannot be had, and which file to put where
     */
    public Path fetch(String name, Progress progress) {
        Optional<Path> here = locate(name);
        if (here.isPresent()) {
            return here.get();
        }
        DatasetInfo set = info(name);
        Fetcher fetcher = new Fetcher(set, folders.cache(set), downloader, progress);
        Optional<Path> archive = archive(set);
        if (archive.isPresent()) {
            fetcher.unpack(archive.get());
        } else {
            fetcher.fetch();
        }
        return folders.cache(set);
    }

    /**
     * Reads a set, downloading it first if need be.
     *
     * @throws DataException when it cannot be had or its files are not what they should be
     */
    public Source load(String name, Progress progress) {
        Path folder = fetch(name, progress);
        DatasetInfo set = info(name);
        Map<DatasetFile, Idx.Content> contents = new LinkedHashMap<>();
        for (DatasetFile file : set.files()) {
            Path path = find(folder, file)
                    .orElseThrow(() -> new DataException(folder.resolve(file.name()) + ": is gone, expected a file"));
            contents.put(file, new Idx.Content(path.toString(), Unpacked.read(path, file)));
        }
        return new SetReader(set, contents).read();
    }

    private Optional<Path> archive(DatasetInfo set) {
        DatasetInfo.Archive archive = set.archive();
        if (archive == null) {
            return Optional.empty();
        }
        return folders.roots().stream()
                .flatMap(root -> List.of(root.resolve(set.name()), root).stream())
                .map(folder -> folder.resolve(archive.name()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<Path> find(Path folder, DatasetFile file) {
        return List.of(folder.resolve(file.packedName()), folder.resolve(file.plainName())).stream()
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<String> problem(Path path, DatasetFile file) {
        try {
            Unpacked.read(path, file);
            return Optional.empty();
        } catch (DataException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
