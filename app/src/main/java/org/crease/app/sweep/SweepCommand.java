package org.crease.app.sweep;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.storage.Directories;
import org.crease.trainer.sweep.SweepRun;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.TableFiles;
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
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

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
        Preparation.begin();
        SweepPlan plan = SweepPlan.read(config, settings);
        Path directory = out == null
                ? Path.of(plan.config().sweeps()).resolve(plan.config().name())
                : out;
        Directories.create(directory);
        int workers = threads == null ? SweepRun.allCores() : threads;
        SweepJob job = new SweepJob(terminal, plan, directory, workers);
        Optional<SweepTable> table = job.run("crease sweep " + ShellWord.of(config)
                + (out == null ? "" : " --out " + ShellWord.of(out)) + " and the other words as before");
        table.ifPresent(complete -> show(job, plan, complete, directory));
        return ExitStatus.DONE;
    }

    /** Tables are written before figures, which a machine may be unable to draw. */
    private void show(SweepJob job, SweepPlan plan, SweepTable table, Path directory) {
        job.writeTables(table);
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>(TableFiles.document(table));
            document.put("directory", directory.toString());
            terminal.print(JsonText.document(document));
        } else {
            terminal.print(TableText.lines(table, terminal.outScreen()));
        }
        job.writeFigures(table);
        SweepScreen.done(terminal, plan, directory);
    }
}
