package org.crease.app.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.StopOnSignal;
import org.crease.app.command.UserError;
import org.crease.app.datasets.DownloadLine;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.source.Truth;
import org.crease.trainer.training.TrainingRun;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.crease.trainer.training.TrainingRun.Surroundings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease train}. */
@Command(
        name = "train",
        header = "Train a network and probe it at every checkpoint",
        customSynopsis = {
            "crease train CONFIG [--runs DIR] [--name NAME] [--set KEY=VALUE]..",
            "        crease train --resume RUN"
        },
        description = {
            "Everything goes into one directory: metrics, checkpoints, findings, and event files for TensorBoard.",
            "Interrupted (Ctrl-C) it takes a checkpoint and ends; resumed, stopped or killed, it ends in the same weights as"
                    + " if nothing had happened."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease train configs/quickstart.yaml",
            "  $ crease train configs/mnist.yaml --set training.epochs=50",
            "  $ crease train configs/mnist.yaml --name wide --set training.batch-size=32",
            "  $ crease train --resume runs/mnist"
        })
public final class TrainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "CONFIG", arity = "0..1", description = "A YAML file; see crease config --help.")
    private @Nullable Path config;

    @Option(names = "--resume", paramLabel = "RUN", description = "Go on with the run in this directory.")
    private @Nullable Path resume;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "Make the run's directory in DIR (default: what the configuration says, runs).")
    private @Nullable Path runs;

    @Option(names = "--name", paramLabel = "NAME", description = "Call the run NAME.")
    private @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a setting, for example training.batch-size=64. May be given more than once.")
    private List<String> settings = List.of();

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    public TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (DownloadLine downloads = new DownloadLine(terminal);
                TrainingScreen screen = new TrainingScreen(terminal)) {
            TrainingRun run = run(downloads, screen);
            try (StopOnSignal stop = StopOnSignal.of(run::requestStop)) {
                Outcome outcome = run.run();
                screen.close();
                show(outcome, screen);
            }
        }
        return ExitStatus.DONE;
    }

    private TrainingRun run(DownloadLine downloads, TrainingScreen screen) {
        Surroundings surroundings =
                new Surroundings(DatasetLibrary.standard(), downloads, screen, InstantSource.system());
        if (resume != null) {
            if (config != null || runs != null || name != null || !settings.isEmpty()) {
                throw new UserError("--resume goes on with a run as it was configured; leave CONFIG, --runs, --name and"
                        + " --set out");
            }
            return TrainingRun.resume(RunDirectory.open(resume), surroundings);
        }
        if (config == null) {
            throw new UserError("no CONFIG is given, and no --resume RUN; for a first run: crease train"
                    + " configs/quickstart.yaml");
        }
        Config read = Configs.read(config, overrides());
        Path base = config.toAbsolutePath().normalize().getParent();
        Path into = runs == null ? Path.of(read.runs()) : runs;
        return TrainingRun.start(read, base == null ? Path.of("") : base, into, surroundings);
    }

    private List<String> overrides() {
        if (name == null) {
            return settings;
        }
        List<String> all = new ArrayList<>(settings);
        all.add("name=" + name);
        return all;
    }

    private void show(Outcome outcome, TrainingScreen screen) {
        if (json.asked()) {
            terminal.print(JsonText.document(summary(outcome, screen.truth())));
            return;
        }
        terminal.print(FindingTable.of(outcome.directory().findings().entries(), screen.truth(), terminal.outScreen()));
        screen.conclude(outcome);
    }

    private static Map<String, Object> summary(Outcome outcome, @Nullable Truth truth) {
        Manifest manifest = outcome.manifest();
        List<CheckpointEntry> checkpoints = outcome.directory().checkpoints().entries();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("run", outcome.directory().path().toString());
        summary.put("status", manifest.status().word());
        summary.put("step", manifest.step());
        summary.put("metrics", manifest.metrics());
        summary.put(
                "checkpoints", checkpoints.stream().filter(e -> !e.removed()).count());
        summary.put("findings", outcome.directory().findings().entries().size());
        if (!checkpoints.isEmpty()) {
            summary.put(
                    "parameters_sha256", checkpoints.get(checkpoints.size() - 1).parametersSha256());
        }
        if (truth != null) {
            summary.put("theory", Theory.json(truth));
        }
        return summary;
    }
}
