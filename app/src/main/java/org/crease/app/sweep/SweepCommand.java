package org.crease.app.sweep;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.StopOnSignal;
import org.crease.app.command.UserError;
import org.crease.app.datasets.DownloadLine;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.figure.Figures;
import org.crease.runlog.storage.Directories;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.sweep.Surroundings;
import org.crease.trainer.sweep.SweepFigures;
import org.crease.trainer.sweep.SweepRun;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.TableFiles;
import org.crease.trainer.sweep.plan.FigureConfig;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease sweep}. */
@Command(
        name = "sweep",
        header = "Repeat an experiment over a grid of settings, and tabulate and draw the results",
        customSynopsis = {"crease sweep CONFIG [--out DIR] [--threads N] [--set KEY=VALUE].. [--json]"},
        description = {
            "Every combination of the grid's values is a cell. A cell is a random network that is looked at, or a training;"
                    + " it is repeated with other random numbers, and its numbers become means with their spread.",
            "Results are kept as they come. Stopped (Ctrl-C) or killed, the same command goes on where it was; the table"
                    + " is the same, whatever the number of threads.",
            "DIR then holds table.csv, table.json, table.npz, and each figure as SVG and PNG."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease sweep configs/papers/rank-decomposition/a-width.sweep.yaml",
            "  $ crease sweep my.sweep.yaml --threads 1 --set repetitions=500 --out sweeps/more"
        })
public final class SweepCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "CONFIG", description = "A YAML file that describes a sweep.")
    private Path config = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Keep results in DIR (default: sweeps/NAME, both as the configuration says).")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Do N repetitions at once (default: as many as there are cores).")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a setting, for example repetitions=20. May be given more than once.")
    private List<String> settings = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    public SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads != null && threads < 1) {
            throw new UserError("--threads: must be at least 1, not " + threads);
        }
        SweepPlan plan = SweepPlan.read(config, settings);
        Path directory = out == null
                ? Path.of(plan.config().sweeps()).resolve(plan.config().name())
                : out;
        Directories.create(directory);
        SweepRun.Outcome outcome = run(plan, directory);
        if (outcome.complete()) {
            show(plan, outcome.table(), directory);
        }
        return ExitStatus.DONE;
    }

    private SweepRun.Outcome run(SweepPlan plan, Path directory) throws InterruptedException {
        try (DownloadLine downloads = new DownloadLine(terminal);
                SweepScreen screen = new SweepScreen(terminal, plan)) {
            int workers = threads == null ? SweepRun.allCores() : threads;
            SweepRun run = new SweepRun(plan, directory, workers, screen, () -> surroundings(downloads));
            try (StopOnSignal stop = StopOnSignal.of(() -> {
                run.requestStop();
                return true;
            })) {
                SweepRun.Outcome outcome = run.run();
                if (!outcome.complete()) {
                    screen.stopped(config, out);
                }
                return outcome;
            }
        }
    }

    private static Surroundings surroundings(DownloadLine downloads) {
        return new Surroundings(DatasetLibrary.standard(), downloads, InstantSource.system());
    }

    /** Tables are written before figures, which a machine may be unable to draw. */
    private void show(SweepPlan plan, SweepTable table, Path directory) {
        TableFiles.write(table, directory);
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>(TableFiles.document(table));
            document.put("directory", directory.toString());
            terminal.print(JsonText.document(document));
        } else {
            terminal.print(TableText.lines(table, terminal.outScreen()));
        }
        for (FigureConfig figure : plan.config().figures()) {
            Figures.write(SweepFigures.chart(table, figure), directory.resolve(figure.name()));
        }
        SweepScreen.done(terminal, plan, directory);
    }
}
