package org.crease.inspector.runs;

import org.crease.runlog.Manifest;

/** Where a run stands, in a word. */
final class RunStatus {
    static final String UNREADABLE = "unreadable";

    private RunStatus() {}

    /** The manifest's word, or {@code died} for one that says running while nobody writes in it. */
    static String of(Manifest manifest, boolean held) {
        return manifest.status() == Manifest.Status.RUNNING && !held
                ? "died"
                : manifest.status().word();
    }
}
