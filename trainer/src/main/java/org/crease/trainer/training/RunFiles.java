package org.crease.trainer.training;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Configs;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.network.Networks;
import org.crease.trainer.training.TrainingLoop.End;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;

/** The directory of a run under way, and its manifest as time goes by. */
final class RunFiles {
    private final RunDirectory directory;
    private final InstantSource clock;
    private final List<String> classes;
    private Manifest manifest;
    private String device;

    private RunFiles(RunDirectory directory, Manifest manifest, List<String> classes, InstantSource clock) {
        this.directory = directory;
        this.manifest = manifest;
        this.device = manifest.device();
        this.classes = classes;
        this.clock = clock;
    }

    /** Makes the directory of a new run. */
    static RunFiles create(Experiment experiment, Path runs, ComputationGraph graph, InstantSource clock) {
        RunDirectory directory = RunDirectory.create(runs, experiment.config().name());
        directory.writeConfig(Configs.write(experiment.config()));
        Instant now = clock.instant();
        Manifest manifest = new Manifest(
                RunDirectory.FORMAT,
                directory.name(),
                Manifest.Status.RUNNING,
                experiment.config().seed(),
                experiment.task().continuous() ? "continuous" : "discontinuous",
                Versions.all(),
                experiment.device().recorded(),
                experiment.task().checksums(),
                now,
                now,
                null,
                0,
                layers(graph),
                KeptProbeSet.classNames(experiment.task()),
                Map.of());
        directory.write(manifest);
        return new RunFiles(directory, manifest, manifest.classes(), clock);
    }

    private static List<String> layers(ComputationGraph graph) {
        return Arrays.stream(graph.topologicalSortOrder())
                .mapToObj(i -> graph.getVertices()[i].getVertexName())
                .filter(name -> !name.equals(Networks.INPUT))
                .toList();
    }

    /** Opens the directory of a run that was left. */
    static RunFiles reopen(Experiment experiment, RunDirectory directory, InstantSource clock) {
        return new RunFiles(directory, directory.manifest(), KeptProbeSet.classNames(experiment.task()), clock);
    }

    RunDirectory directory() {
        return directory;
    }

    /** Where the run was computed, by its manifest. */
    String device() {
        return device;
    }

    /** Says that the run goes on elsewhere; written with what is written next. */
    void moved(String device) {
        this.device = device;
    }

    void running(long step) {
        write(Manifest.Status.RUNNING, step, null, manifest.metrics());
    }

    Manifest ended(End end, long step, Map<String, Double> metrics) {
        Manifest.Status status = end == End.STOPPED ? Manifest.Status.STOPPED : Manifest.Status.DONE;
        String reason = switch (end) {
            case COMPLETE -> null;
            case EARLY -> "the test score no longer got better";
            case STOPPED -> "stopped by the user";
        };
        return write(status, step, reason, metrics);
    }

    /** Says in the manifest why the run failed; a failure to do so is added to the cause. */
    void failed(long step, Throwable cause) {
        try {
            write(Manifest.Status.FAILED, step, String.valueOf(cause.getMessage()), manifest.metrics());
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static String words(Manifest manifest) {
        String reason = manifest.reason() == null ? "" : ": " + manifest.reason();
        return manifest.status().word() + " at step " + manifest.step() + reason;
    }

    private Manifest write(Manifest.Status status, long step, @Nullable String reason, Map<String, Double> metrics) {
        manifest = new Manifest(
                manifest.format(),
                manifest.name(),
                status,
                manifest.seed(),
                manifest.continuity(),
                manifest.versions(),
                device,
                manifest.data(),
                manifest.created(),
                clock.instant(),
                reason,
                step,
                manifest.layers(),
                classes,
                metrics);
        directory.write(manifest);
        directory.text().say(manifest.updated(), words(manifest));
        return manifest;
    }
}
