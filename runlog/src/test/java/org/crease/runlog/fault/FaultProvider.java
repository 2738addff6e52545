package org.crease.runlog.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands everything to the file system below, after asking whether it should fail. */
final class FaultProvider extends FileSystemProvider {
    private final FaultFileSystem system;

    FaultProvider(FaultFileSystem system) {
        this.system = system;
    }

    @Override
    public String getScheme() {
        return "fault";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
        throw new UnsupportedOperationException("by URI");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("by URI");
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        return newFileChannel(path, options, attrs);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs)
            throws IOException {
        if (Files.isDirectory(below(path))) {
            return new FaultChannel(system.faults(), path + "/", null);
        }
        if (options.contains(StandardOpenOption.WRITE)) {
            system.faults().operation("open", path);
        }
        return new FaultChannel(system.faults(), path.toString(), FileChannel.open(below(path), options, attrs));
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path dir, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(below(dir), entry -> filter.accept(system.wrap(entry)))) {
            stream.forEach(entry -> entries.add(system.wrap(entry)));
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
        system.faults().operation("mkdir", dir);
        Files.createDirectory(below(dir), attrs);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attrs) throws IOException {
        Files.createSymbolicLink(below(link), below(target), attrs);
    }

    @Override
    public void delete(Path path) throws IOException {
        system.faults().operation("delete", path);
        Files.delete(below(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Files.copy(below(source), below(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        system.faults().operation("rename", target);
        Files.move(below(source), below(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path path2) throws IOException {
        return Files.isSameFile(below(path), below(path2));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return Files.isHidden(below(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return Files.getFileStore(below(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        below(path).getFileSystem().provider().checkAccess(below(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return Files.getFileAttributeView(below(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return Files.readAttributes(below(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return Files.readAttributes(below(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        Files.setAttribute(below(path), attribute, value, options);
    }

    private static Path below(Path path) {
        return FaultFileSystem.unwrap(path);
    }
}
