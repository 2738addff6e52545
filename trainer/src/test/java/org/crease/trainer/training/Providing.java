package org.crease.trainer.training;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;
import org.crease.probes.Setting;
import org.crease.probes.snapshot.Snapshot;

/** A probe called {@code moody}, on the class path while a test asks for it. */
public final class Providing implements ProbeProvider<Providing.Moody> {

    /** What the probe is asked for. */
    public record Moody(
            @Setting(value = "Throws at this call", byDefault = "0")
            int throwAt,

            @Setting(value = "Time for each snapshot, in milliseconds", byDefault = "0")
            int takes) {}

    /** Runs with the provider in a jar of its own, as it were. */
    static <T> T around(Path folder, Callable<T> work) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ProbeProvider.class.getName()), Providing.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Providing.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            return work.call();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public String name() {
        return "moody";
    }

    @Override
    public String description() {
        return "Throws, or takes its time";
    }

    @Override
    public Class<Moody> settings() {
        return Moody.class;
    }

    @Override
    public Probe create(String name, Moody settings, long seed) {
        AtomicInteger calls = new AtomicInteger();
        return new Probe() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Cost cost(Snapshot snapshot) {
                return new Cost(0, 0);
            }

            @Override
            public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
                Thread.sleep(settings.takes());
                if (calls.incrementAndGet() == settings.throwAt()) {
                    throw new IllegalStateException("in no mood");
                }
                return List.of();
            }
        };
    }
}
