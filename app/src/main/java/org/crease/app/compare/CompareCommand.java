package org.crease.app.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.probes.NamePattern;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.compare.ComparedRun;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.Matching;
import org.crease.runlog.compare.Selection;
import org.crease.runlog.storage.AtomicFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease compare}. */
@Command(
        name = "compare",
        header = "Put runs side by side: twins, or groups of runs that differ in their seeds",
        customSynopsis = {"crease compare RUN RUN.. [OPTIONS]", "        crease compare RUN.. --versus RUN.. [OPTIONS]"
        },
        description = {
            "Compares what probes found, by layer and checkpoint. Runs of continuous tasks are one group and those of"
                    + " discontinuous tasks the other; or say --versus between two groups.",
            "With two runs or more in each group the difference of means is tested by an exact permutation test, the ranks"
                    + " by an exact rank-sum test; Cliff's delta says how little the groups overlap. Holm's correction is for"
                    + " all rows that are compared: choose them beforehand, by --layer, --probe, --measure and --last."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease compare runs/quickstart runs/quickstart-continuous",
            "  $ crease compare runs/jump-* runs/smooth-* --layer dense-3 --measure rank_mean --last",
            "  $ crease compare runs/a-1 runs/a-2 runs/a-3 --versus runs/b-1 runs/b-2 runs/b-3 --csv table.csv"
        })
public final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The directories of runs.")
    private List<Path> runs = new ArrayList<>();

    @Option(names = "--versus", arity = "1..*", paramLabel = "RUN", description = "The runs of the second group.")
    private List<Path> versus = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "MATCH",
            description =
                    "What makes checkpoints the same: step (default), or epoch, for batches or data of other sizes.")
    private Matching matching = Matching.STEP;

    @Option(names = "--replay", paramLabel = "NAME", description = "Compare the findings of this replay of each run.")
    private @Nullable String replay;

    @Option(names = "--layer", paramLabel = "NAME", description = "Only these layers; * and ? stand for characters.")
    private List<String> layers = new ArrayList<>();

    @Option(names = "--probe", paramLabel = "NAME", description = "Only what these probes found.")
    private List<String> probes = new ArrayList<>();

    @Option(
            names = "--measure",
            paramLabel = "NAME",
            description = "Only these values, such as rank_mean or 'h?_count'; strata: how many inputs have each rank.")
    private List<String> measures = new ArrayList<>();

    @Option(names = "--last", description = "Only the last checkpoint that all runs have.")
    private boolean last;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every row to a table, too.")
    private @Nullable Path csv;

    @Mixin
    private JsonOption json = new JsonOption();

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        refuseTwice();
        refuseNoFolder();
        Grouping groups = Grouping.of(read(runs), read(versus));
        Selection selection = new Selection(patterns(layers), patterns(probes), patterns(measures), last);
        Comparison comparison = Comparison.of(groups.first(), groups.second(), matching, selection);
        if (csv != null) {
            byte[] table = ComparisonCsv.of(comparison).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(csv.toAbsolutePath(), out -> out.write(table));
        }
        if (json.asked()) {
            terminal.print(JsonText.document(ComparisonJson.of(comparison)));
        } else {
            boolean all = !measures.isEmpty();
            ComparisonTable.of(comparison, all, terminal.outScreen()).forEach(terminal::print);
        }
        return ExitStatus.DONE;
    }

    private void refuseNoFolder() {
        Path folder = csv == null ? null : csv.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UserError("--csv is '" + csv + "', but there is no folder " + folder);
        }
    }

    private void refuseTwice() {
        Set<Path> seen = new HashSet<>();
        for (List<Path> group : List.of(runs, versus)) {
            for (Path run : group) {
                if (!seen.add(run.toAbsolutePath().normalize())) {
                    throw new UserError(run + " is given twice; each run counts once");
                }
            }
        }
    }

    private List<ComparedRun> read(List<Path> paths) {
        List<ComparedRun> read = new ArrayList<>();
        for (Path path : paths) {
            try (RunDirectory directory = RunDirectory.open(path)) {
                ComparedRun run = ComparedRun.read(directory, findings(directory), RunSettings.of(directory));
                if (run.findings().isEmpty()) {
                    throw new UserError(directory.path()
                            + " has no findings; probe it with crease replay RUN --probes FILE --name NAME,"
                            + " and compare with --replay NAME");
                }
                read.add(run);
            }
        }
        return read;
    }

    private FindingsLog findings(RunDirectory directory) {
        if (replay == null) {
            return directory.findings();
        } else if (!directory.replays().contains(replay)) {
            throw new UserError(directory.path() + " has no replay called " + replay
                    + (directory.replays().isEmpty() ? "" : "; there are " + String.join(", ", directory.replays())));
        }
        return directory.replay(replay);
    }

    private static List<NamePattern> patterns(List<String> texts) {
        return texts.stream().map(NamePattern::new).toList();
    }
}
