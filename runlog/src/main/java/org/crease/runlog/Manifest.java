package org.crease.runlog;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: what a run is and where it stands.
 *
 * @param format format version of the run directory, {@link RunDirectory#FORMAT} for what is written now
 * @param name the run's name
 * @param status where it stands; a run that says RUNNING and has no {@link RunDirectory#holder()} died
 * @param seed the one seed of the configuration
 * @param continuity {@code continuous}, {@code discontinuous} or null when the task does not say
 * @param versions of Crease, Java and the engine, by name
 * @param device what computed, in words
 * @param data SHA-256 by data file
 * @param created when the run began
 * @param updated when this was written
 * @param reason why the run stopped or failed, or null
 * @param step number of parameter updates done
 * @param layers names, from input to output
 * @param classes name of each class of the samples, by its number; empty where there are none
 * @param metrics final values by name
 */
public record Manifest(
        int format,
        String name,
        Status status,
        long seed,
        @Nullable String continuity,
        Map<String, String> versions,
        String device,
        Map<String, String> data,
        Instant created,
        Instant updated,
        @Nullable String reason,
        long step,
        List<String> layers,
        List<String> classes,
        Map<String, Double> metrics) {

    /** Where a run stands. */
    public enum Status {
        /** Training, or died while it was. */
        RUNNING,
        /** Stopped on request; can be resumed. */
        STOPPED,
        /** Cannot go on; the reason says why. */
        FAILED,
        /** Trained to its end. */
        DONE;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Manifest {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        layers = List.copyOf(layers);
        classes = List.copyOf(classes);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        if (continuity != null && !continuity.equals("continuous") && !continuity.equals("discontinuous")) {
            throw new IllegalArgumentException(
                    "continuity is '" + continuity + "', 'continuous' or 'discontinuous' is expected");
        }
    }

    /** A run whose samples have no classes. */
    public Manifest(
            int format,
            String name,
            Status status,
            long seed,
            @Nullable String continuity,
            Map<String, String> versions,
            String device,
            Map<String, String> data,
            Instant created,
            Instant updated,
            @Nullable String reason,
            long step,
            List<String> layers,
            Map<String, Double> metrics) {
        this(
                format,
                name,
                status,
                seed,
                continuity,
                versions,
                device,
                data,
                created,
                updated,
                reason,
                step,
                layers,
                List.of(),
                metrics);
    }
}
