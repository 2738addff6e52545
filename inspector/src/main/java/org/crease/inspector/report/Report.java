package org.crease.inspector.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.crease.inspector.api.Resources;
import org.crease.inspector.runs.Catalogue;
import org.crease.runlog.storage.AtomicFile;

/**
 * Runs as one HTML file: the inspector's page with all its figures, and what they show. It opens offline and asks the
 * network for nothing.
 */
public final class Report {
    private Report() {}

    /**
     * Writes a report on every run of a catalogue, replacing the file as a whole.
     *
     * @param checkpoints how many checkpoints of each run come with all their figures, evenly spread, at least 2; maps
     *     over steps and layers hold all
     * @return its size in bytes
     */
    public static long write(Catalogue catalogue, int checkpoints, Path file) {
        Recording recording = new Recording(Resources.of(catalogue));
        recording.ask("/api/runs", Map.of());
        new Interview(recording, checkpoints).about(catalogue.names());
        byte[] page = ReportPage.of(recording.answers()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(page));
        return page.length;
    }
}
