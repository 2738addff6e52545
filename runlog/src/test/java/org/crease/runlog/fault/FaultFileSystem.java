package org.crease.runlog.fault;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** An in-memory Unix file system whose directories can be forced, and whose changes fail as {@link #faults()} says. */
public final class FaultFileSystem extends FileSystem {
    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
    private final Faults faults = new Faults();
    private final FaultProvider provider = new FaultProvider(this);

    public Faults faults() {
        return faults;
    }

    /** A new, empty directory. */
    public Path directory() throws IOException {
        Path path = getPath("/store");
        Files.createDirectory(path);
        return path;
    }

    Path wrap(Path path) {
        return new FaultPath(this, path);
    }

    static Path unwrap(Path path) {
        return path instanceof FaultPath fault ? fault.memory() : path;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        memory.close();
    }

    @Override
    public boolean isOpen() {
        return memory.isOpen();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return memory.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return StreamSupport.stream(memory.getRootDirectories().spliterator(), false)
                .map(this::wrap)
                .collect(Collectors.toList());
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return memory.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return memory.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(memory.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = memory.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(unwrap(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return memory.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() throws IOException {
        return memory.newWatchService();
    }
}
