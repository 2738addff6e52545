package org.crease.app.sweep;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.crease.app.command.StopOnSignal;
import org.crease.app.datasets.DownloadLine;
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

/** A sweep that a command runs: it shows progress, ends in good order on Ctrl-C, and leaves tables and figures. */
public final class SweepJob {
    private final Terminal terminal;
    private final SweepPlan plan;
    private final Path directory;
    private final int threads;

    /**
     * A job.
     *
     * @param directory where results are kept as they come, and found again; made where there is none
     * @param threads how many repetitions are done at once
     */
    public SweepJob(Terminal terminal, SweepPlan plan, Path directory, int threads) {
        this.terminal = terminal;
        this.plan = plan;
        this.directory = directory;
        this.threads = threads;
        Directories.create(directory);
    }

    /**
     * Runs it, or goes on with it.
     *
     * @param goOn the command that the user is told to go on with after a stop
     * @return the table; none when it was stopped
     */
    public Optional<SweepTable> run(String goOn) throws InterruptedException {
        try (DownloadLine downloads = new DownloadLine(terminal);
                SweepScreen screen = new SweepScreen(terminal, plan)) {
            SweepRun run = new SweepRun(
                    plan,
                    directory,
                    threads,
                    screen,
                    () -> new Surroundings(DatasetLibrary.standard(), downloads, InstantSource.system()));
            try (StopOnSignal stop = StopOnSignal.of(() -> {
                run.requestStop();
                return true;
            })) {
                SweepRun.Outcome outcome = run.run();
                if (!outcome.complete()) {
                    screen.stopped(goOn);
                    return Optional.empty();
                }
                return Optional.of(outcome.table());
            }
        }
    }

    /** Writes the table as CSV, JSON and npz. */
    public void writeTables(SweepTable table) {
        TableFiles.write(table, directory);
    }

    /**
     * Writes the figures as SVG and PNG.
     *
     * @throws org.crease.runlog.figure.FontsMissingException where this machine has no fonts
     */
    public void writeFigures(SweepTable table) {
        for (FigureConfig figure : plan.config().figures()) {
            Figures.write(SweepFigures.chart(table, figure), directory.resolve(figure.name()));
        }
    }
}
