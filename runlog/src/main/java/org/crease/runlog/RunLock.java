package org.crease.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.Fields;
import org.crease.runlog.storage.FormatException;
import org.crease.runlog.storage.Json;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The right to write in a run. It is the operating system's lock on the file {@code lock}, which goes with the process that
 * holds it, however that dies; so there is no stale lock to break. The file says who holds it, for the error and the viewer.
 */
public final class RunLock implements AutoCloseable {
    private static final String NAME = "lock";
    private static final long FAR = 1L << 40;
    private static final int LIMIT = 1 << 16;
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    /** Held in this process: opening and closing the file a second time would, on POSIX, release the first lock. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path run;
    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(Path run, FileChannel channel, FileLock lock) {
        this.run = run;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * A process that writes in a run.
     *
     * @param pid its process id
     * @param started when that process began
     * @param since when it took the lock
     */
    public record Holder(long pid, Instant started, Instant since) {
        /** Whether that very process lives, as far as this machine can see. */
        boolean alive() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .flatMap(process -> process.info().startInstant())
                    .map(start -> Duration.between(start, started).abs().compareTo(CLOCK_STEP) <= 0)
                    .orElse(false);
        }
    }

    /**
     * Takes the right to write in a run, or in any other directory that is written as runs are.
     *
     * @throws RunLockedException when another process, or another part of this one, writes in it
     */
    public static RunLock acquire(Path run) {
        if (!HELD.add(run)) {
            throw new RunLockedException(run, "this process");
        }
        try {
            return open(run);
        } catch (IOException e) {
            HELD.remove(run);
            throw new UncheckedIOException("cannot lock " + Printable.of(run.toString()) + ": " + e, e);
        } catch (RuntimeException e) {
            HELD.remove(run);
            throw e;
        }
    }

    /** Who writes in a run now, or null. */
    public static @Nullable Holder holder(Path run) {
        Path file = run.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        Holder holder = HELD.contains(run) ? self() : read(run, file);
        return holder != null && holder.alive() ? holder : null;
    }

    /** Gives the right to write back. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel;
                lock) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unlock " + Printable.of(run.toString()) + ": " + e, e);
        } finally {
            HELD.remove(run);
        }
    }

    private static RunLock open(Path run) throws IOException {
        Path file = run.resolve(NAME);
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try {
            FileLock lock = channel.tryLock(FAR, 1, false);
            if (lock == null) {
                Holder holder = read(run, file);
                throw new RunLockedException(run, holder == null ? "another process" : "process " + holder.pid());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(describe(self())), 0);
            return new RunLock(run, channel, lock);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new RunLockedException(run, "this process");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static Holder self() {
        Instant now = Clock.systemUTC().instant();
        Instant start = ProcessHandle.current()
                .info()
                .startInstant()
                .orElseGet(() -> Instant.ofEpochMilli(
                        ManagementFactory.getRuntimeMXBean().getStartTime()));
        return new Holder(ProcessHandle.current().pid(), start, now);
    }

    private static byte[] describe(Holder holder) {
        ObjectNode object = Json.object();
        object.put("pid", holder.pid());
        object.put("started", holder.started().toString());
        object.put("since", holder.since().toString());
        return (new String(Json.bytes(object), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Holder read(Path run, Path file) {
        try {
            Fields fields = Json.parse(Confined.read(run, file, LIMIT), file, "");
            return new Holder(fields.integer("pid"), fields.instant("started"), fields.instant("since"));
        } catch (FormatException e) {
            return null;
        }
    }
}
