package org.crease.trainer.device;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Shows ND4J one backend of those on the class path. ND4J takes, of all that {@link java.util.ServiceLoader} finds, the one of
 * the highest priority that says it is available; priorities can only be set by the environment, and the CUDA backend says
 * that it is available on cards that it has no code for. So its choice is made for it: this loader leaves the files that name
 * other backends out. Classes are the parent's.
 */
final class BackendLoader extends ClassLoader {
    private static final String SERVICE = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private final String backend;

    /** @param backend class name of the one to show */
    BackendLoader(ClassLoader parent, String backend) {
        super(parent);
        this.backend = backend;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        Enumeration<URL> all = super.getResources(name);
        if (!name.equals(SERVICE)) {
            return all;
        }
        List<URL> shown = new ArrayList<>();
        for (URL file : Collections.list(all)) {
            if (names(file)) {
                shown.add(file);
            }
        }
        return Collections.enumeration(shown);
    }

    private boolean names(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.strip().equals(backend));
        }
    }
}
