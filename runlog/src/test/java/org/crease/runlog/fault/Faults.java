package org.crease.runlog.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts operations that change a file system and fails one, or all from one on. */
public final class Faults {
    private final List<String> log = new ArrayList<>();
    private long failAt = Long.MAX_VALUE;
    private boolean persistent;
    private String reason = "No space left on device";
    private @Nullable String only;
    private boolean fired;

    /** The {@code n}-th operation from now on fails; if persistent, so does each later one. */
    public synchronized void failAt(long n, boolean persistently, String why) {
        log.clear();
        failAt = n;
        persistent = persistently;
        reason = why;
        only = null;
        fired = false;
    }

    /** Each operation of a kind fails. */
    public synchronized void failAll(String operation, String why) {
        failAt(1, true, why);
        only = operation;
    }

    public synchronized void heal() {
        failAt = Long.MAX_VALUE;
        only = null;
    }

    public synchronized boolean fired() {
        return fired;
    }

    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    synchronized void operation(String kind, Object subject) throws IOException {
        if (only != null && !only.equals(kind)) {
            return;
        }
        log.add(kind + " " + subject);
        if (log.size() == failAt || (persistent && log.size() > failAt)) {
            fired = true;
            throw new IOException(reason + " (injected: " + kind + " " + subject + ")");
        }
    }
}
