package org.crease.runlog.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/** A path of the file system below that belongs to ours. */
record FaultPath(FaultFileSystem system, Path memory) implements Path {
    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return memory.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return wrap(memory.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return wrap(memory.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return wrap(memory.getParent());
    }

    @Override
    public int getNameCount() {
        return memory.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return system.wrap(memory.getName(index));
    }

    @Override
    public Path subpath(int beginIndex, int endIndex) {
        return system.wrap(memory.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        return memory.startsWith(FaultFileSystem.unwrap(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return memory.endsWith(FaultFileSystem.unwrap(other));
    }

    @Override
    public Path normalize() {
        return system.wrap(memory.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return system.wrap(memory.resolve(FaultFileSystem.unwrap(other)));
    }

    @Override
    public Path relativize(Path other) {
        return system.wrap(memory.relativize(FaultFileSystem.unwrap(other)));
    }

    @Override
    public URI toUri() {
        return memory.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return system.wrap(memory.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return system.wrap(memory.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("watching");
    }

    @Override
    public int compareTo(Path other) {
        if (other instanceof FaultPath that) {
            return memory.compareTo(that.memory);
        }
        throw new ProviderMismatchException();
    }

    @Override
    public String toString() {
        return memory.toString();
    }

    private @Nullable Path wrap(@Nullable Path path) {
        return path == null ? null : system.wrap(path);
    }
}
