package org.crease.app.partition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.crease.app.command.UserError;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.figure.Figures;
import org.crease.runlog.figure.PartitionMap;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.AtomicFile;
import org.crease.trainer.probing.PartitionPicture;

/** A partition as a file, by the file's ending. */
final class PartitionFile {
    private static final double PNG_SCALE = 2;

    private final String run;
    private final Snapshot snapshot;
    private final Finding finding;

    /** What a file can hold. */
    enum Kind {
        SVG,
        PNG,
        JSON,
        NPZ
    }

    /** @param run name of the run */
    PartitionFile(String run, Snapshot snapshot, Finding finding) {
        this.run = run;
        this.snapshot = snapshot;
        this.finding = finding;
    }

    /** What a file is to hold. */
    static Kind kind(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new UserError("--out " + file + " ends in none of .svg, .png, .json, .npz");
    }

    void write(Path file) {
        switch (kind(file)) {
            case NPZ -> Npz.write(file, finding.arrays());
            case JSON -> AtomicFile.write(file, stream -> new PolygonsJson(finding).writeTo(stream));
            case SVG -> bytes(file, Figures.svg(map()).getBytes(StandardCharsets.UTF_8));
            case PNG -> bytes(file, Figures.png(map(), PNG_SCALE));
        }
    }

    private static void bytes(Path file, byte[] content) {
        AtomicFile.write(file, stream -> stream.write(content));
    }

    private PartitionMap map() {
        return PartitionPicture.of(run + ", layer " + finding.layer() + ", step " + finding.step(), snapshot, finding);
    }
}
