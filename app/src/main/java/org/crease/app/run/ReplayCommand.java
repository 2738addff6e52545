package org.crease.app.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Progress;
import org.crease.app.terminal.ProgressLine;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.probes.Probe;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.config.Configs;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.replay.Replay;
import org.crease.trainer.replay.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease replay}. */
@Command(
        name = "replay",
        header = "Probe the checkpoints of a run again, as it was or by other probes",
        customSynopsis = {
            "crease replay RUN [--probes FILE] [--steps A..B] [--name NAME]",
            "        crease replay RUN --verify [--steps A..B]"
        },
        description = {
            "Without --probes it takes the probes of the run. Results go into a replay of the run, RUN/replays/NAME; what was"
                    + " recorded live stays as it is.",
            "With --verify nothing is written: what is found is compared, bit for bit, with what was recorded live; exit"
                    + " status 1 when it differs."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease replay runs/quickstart --verify",
            "  $ crease replay runs/mnist --probes probes.yaml --steps 1000..5000",
            "",
            "@|bold probes.yaml|@ is a list, as under probes: in a configuration:",
            "  - rank: {tolerance: float64}",
            "  - topology: {cloud: {layers: [output], metric: cosine}}"
        })
public final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "The directory of a run.")
    private Path run = Path.of("");

    @Option(names = "--probes", paramLabel = "FILE", description = "A YAML list of probes, instead of the run's own.")
    private @Nullable Path probes;

    @Option(
            names = "--steps",
            paramLabel = "A..B",
            description = "Checkpoints from step A to step B only; either may be left out.")
    private String range = "..";

    private StepRange steps = StepRange.ALL;

    @Option(names = "--verify", description = "Compare with what was recorded live.")
    private boolean verify;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Call the replay NAME (default: replay-1, replay-2, ..).")
    private @Nullable String name;

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    public ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (verify && (probes != null || name != null)) {
            throw new UserError("--verify compares the run's own findings; leave --probes and --name out");
        }
        steps = StepRange.parse(range);
        try (RunDirectory directory = RunDirectory.open(run)) {
            Experiment experiment = RecordedExperiment.of(directory, terminal);
            return verify ? verify(directory, experiment) : record(directory, experiment);
        }
    }

    private int record(RunDirectory directory, Experiment experiment) throws InterruptedException {
        List<Probe> chosen =
                probes == null ? experiment.probes() : Probes.create(Configs.readProbes(probes), experiment.streams());
        if (chosen.isEmpty()) {
            throw new UserError(directory.path() + " was trained without probes; say which with --probes FILE");
        }
        String called = name == null ? RecordedReplay.freeName(directory) : name;
        FindingsLog log = directory.replay(called);
        if (!log.entries().isEmpty()) {
            throw new UserError(
                    directory.path() + " has a replay called " + called + " already; choose another --name");
        }
        requireCheckpoints(directory);
        RecordedReplay replay;
        try (ProgressLine line = new ProgressLine(terminal)) {
            Examined examined = new Examined(line, RecordedReplay.checkpoints(directory, steps::contains));
            replay = RecordedReplay.record(directory, experiment, chosen, called, steps::contains, examined);
        }
        show(directory, experiment, called, replay.checkpoints(), log, replay.failures());
        return replay.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void show(
            RunDirectory directory,
            Experiment experiment,
            String called,
            int examined,
            FindingsLog log,
            List<String> failures) {
        if (json.asked()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("run", directory.path().toString());
            result.put("replay", called);
            result.put("checkpoints", examined);
            result.put("findings", log.entries().size());
            result.put("failures", failures);
            terminal.print(JsonText.document(result));
            return;
        }
        terminal.print(FindingTable.of(log.entries(), experiment.task().truth(), terminal.outScreen()));
        failures.forEach(failure -> warn("failed:", failure));
        terminal.tell("");
        terminal.tell(Numbers.count(log.entries().size()) + " findings on " + examined + " checkpoints, in "
                + Printable.of(
                        directory.path().resolve("replays").resolve(called).toString()));
    }

    private int verify(RunDirectory directory, Experiment experiment) throws InterruptedException {
        Verification verification = new Verification(directory.findings());
        int examined = replay(directory, experiment, verification);
        Set<Long> removed = stepsOf(directory, CheckpointEntry::removed);
        int missing = verification.missing(step -> steps.contains(step) && !removed.contains(step));
        int pruned = verification.missing(removed::contains);
        boolean agree = verification.differences().isEmpty() && missing == 0;
        if (json.asked()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("run", directory.path().toString());
            result.put("agree", agree);
            result.put("checkpoints", examined);
            result.put("findings", verification.agreeing());
            result.put("differences", verification.differences());
            result.put("missing", missing);
            result.put("without_checkpoint", pruned);
            terminal.print(JsonText.document(result));
        } else {
            say(verification, examined, missing, agree);
            sayPruned(pruned);
        }
        return agree ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private void say(Verification verification, int examined, int missing, boolean agree) {
        if (agree) {
            terminal.print(Style.GOOD.on(
                            terminal.outScreen(), "all " + Numbers.count(verification.agreeing()) + " findings agree")
                    + ", bit for bit, on " + examined + " checkpoints");
            return;
        }
        verification.differences().forEach(difference -> warn("differs:", difference));
        if (missing > 0) {
            warn("missing:", missing + " findings that were recorded live did not come again");
        }
        terminal.print(Numbers.count(verification.agreeing()) + " findings agree, "
                + verification.differences().size() + " do not, " + missing + " could not be compared");
    }

    private void warn(String what, String message) {
        terminal.tell(Style.BAD.on(terminal.errScreen(), what) + " " + Printable.of(message));
    }

    private void sayPruned(int pruned) {
        if (pruned > 0) {
            terminal.tell(Numbers.count(pruned) + " findings were not compared: their checkpoints have been removed");
        }
    }

    /** Steps asked for, of the checkpoints of this kind. */
    private Set<Long> stepsOf(RunDirectory directory, Predicate<CheckpointEntry> kind) {
        return directory.checkpoints().entries().stream()
                .filter(e -> kind.test(e) && steps.contains(e.step()))
                .map(CheckpointEntry::step)
                .collect(Collectors.toSet());
    }

    private void requireCheckpoints(RunDirectory directory) {
        if (RecordedReplay.checkpoints(directory, steps::contains) == 0) {
            throw new UserError(directory.path() + " has no checkpoint at the steps asked for, " + steps);
        }
    }

    private int replay(RunDirectory directory, Experiment experiment, FindingSink sink) throws InterruptedException {
        requireCheckpoints(directory);
        try (ProgressLine line = new ProgressLine(terminal)) {
            Examined examined = new Examined(line, RecordedReplay.checkpoints(directory, steps::contains));
            return new Replay(directory.checkpoints(), experiment.examination(experiment.probes()))
                    .run(steps::contains, new RecordedReplay.Counted(sink, examined));
        }
    }

    /** Shows how many checkpoints are done. */
    private static final class Examined implements Runnable {
        private final ProgressLine line;
        private final long total;
        private long done;

        Examined(ProgressLine line, long total) {
            this.line = line;
            this.total = total;
            show();
        }

        @Override
        public void run() {
            done++;
            show();
        }

        private void show() {
            line.update(new Progress("checkpoint", done, total, 0, Double.NaN, "", Double.NaN));
        }
    }
}
