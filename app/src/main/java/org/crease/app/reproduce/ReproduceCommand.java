package org.crease.app.reproduce;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.UserError;
import org.crease.app.sweep.ShellWord;
import org.crease.app.sweep.SweepJob;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.figure.FontsMissingException;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.reproduction.Judge;
import org.crease.trainer.reproduction.Panel;
import org.crease.trainer.reproduction.Verdict;
import org.crease.trainer.sweep.SweepRun;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.plan.FigureConfig;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease reproduce}. */
@Command(
        name = "reproduce",
        header = "Run the experiments of a paper and hold the results against its facts",
        customSynopsis = {"crease reproduce PAPER [--panel P].. [--full] [--out DIR] [--threads N] [--json]"},
        description = {
            "Each panel of the paper is a sweep under configs/papers/PAPER, with the numbers that it should give beside it."
                    + " Every fact is said to be reproduced or to differ, with the numbers; exit status 1 when one differs.",
            "Long trainings are run in a short form, which is said; --full runs them as the paper does, for hours.",
            "Stopped or killed, the same command goes on where it was. DIR/PAPER.md then holds tables and figures."
        },
        footer = {
            "",
            "@|bold Papers|@",
            "  rank-decomposition   Beshkov and Einevoll, arXiv:2404.19710: panels A to J",
            "",
            "@|bold Examples|@",
            "  $ crease reproduce rank-decomposition",
            "  $ crease reproduce rank-decomposition --panel A --panel D"
        })
public final class ReproduceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "PAPER", description = "The name of a paper, see below, or a folder like those of papers.")
    private Path paper = Path.of("");

    @Option(
            names = "--panel",
            paramLabel = "P",
            description = "Only this panel, by its letter. May be given more than once.")
    private List<String> letters = List.of();

    @Option(names = "--full", description = "Run long trainings as the paper does, in place of their short forms.")
    private boolean full;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep results in DIR (default: reproductions).")
    private Path out = Path.of("reproductions");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Do N repetitions at once (default: as many as there are cores).")
    private @Nullable Integer threads;

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    public ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (threads != null && threads < 1) {
            throw new UserError("--threads: must be at least 1, not " + threads);
        }
        Path folder = folder();
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        PanelChoice choice = PanelChoice.of(folder, letters, full);
        List<PanelResult> results = new ArrayList<>();
        for (Panel panel : choice.panels()) {
            Optional<PanelResult> result = run(panel, out.resolve(name).resolve(panel.name()));
            if (result.isEmpty()) {
                return ExitStatus.FAILED;
            }
            results.add(result.get());
            if (!json.asked()) {
                terminal.print(VerdictTable.lines(result.get(), terminal.outScreen()));
                terminal.tell("");
            }
        }
        Path report = out.resolve(name + ".md");
        byte[] page = Report.of(name, results, choice.leftOut()).getBytes(StandardCharsets.UTF_8);
        Directories.create(out);
        AtomicFile.write(report.toAbsolutePath(), stream -> stream.write(page));
        conclude(results, choice, report);
        return results.stream().allMatch(result -> result.differing() == 0) ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private Path folder() {
        Path shipped = Path.of(System.getProperty("crease.home", "")).resolve("configs/papers");
        for (Path folder : List.of(shipped.resolve(paper), paper)) {
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new UserError("there is no paper '" + paper + "': neither " + shipped.resolve(paper) + " nor " + paper
                + " is a folder");
    }

    private Optional<PanelResult> run(Panel panel, Path directory) throws InterruptedException {
        SweepPlan plan = SweepPlan.read(panel.sweep(), List.of());
        SweepJob job = new SweepJob(terminal, plan, directory, threads == null ? SweepRun.allCores() : threads);
        long start = System.nanoTime();
        Optional<SweepTable> table =
                job.run("crease reproduce " + ShellWord.of(paper) + " and the other words as before");
        if (table.isEmpty()) {
            return Optional.empty();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        job.writeTables(table.get());
        List<String> figures = draw(job, plan, table.get());
        List<Verdict> verdicts = Judge.judge(panel.expectation(), table.get());
        return Optional.of(new PanelResult(
                panel, figures, plan.cells().size(), plan.config().repetitions(), seconds, verdicts));
    }

    /** The names of the figures; none on a machine without fonts, since the facts do not need them. */
    private List<String> draw(SweepJob job, SweepPlan plan, SweepTable table) {
        try {
            job.writeFigures(table);
        } catch (FontsMissingException missing) {
            terminal.tell(String.valueOf(missing.getMessage()));
            return List.of();
        }
        return plan.config().figures().stream().map(FigureConfig::name).toList();
    }

    private void conclude(List<PanelResult> results, PanelChoice choice, Path report) {
        long reproduced = results.stream().mapToLong(PanelResult::reproduced).sum();
        long differing = results.stream().mapToLong(PanelResult::differing).sum();
        if (json.asked()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("reproduced", reproduced);
            document.put("differing", differing);
            document.put("report", report.toString());
            document.put("not_run", choice.leftOut());
            document.put(
                    "panels", results.stream().map(ReproduceCommand::document).toList());
            terminal.print(JsonText.document(document));
            return;
        }
        String counted =
                Numbers.count(reproduced) + " of " + Numbers.count(reproduced + differing) + " facts reproduced";
        terminal.print("");
        terminal.print((differing == 0 ? Style.GOOD : Style.BAD).on(terminal.outScreen(), counted)
                + (differing == 0 ? "" : "; those that differ: " + where(results)));
        if (!choice.leftOut().isEmpty()) {
            terminal.tell("not run, since they take hours: " + String.join(", ", choice.leftOut()) + " (--full)");
        }
        terminal.tell("report with figures: " + Printable.of(report.toString()));
    }

    private static String where(List<PanelResult> results) {
        return results.stream()
                .filter(result -> result.differing() > 0)
                .map(result -> result.differing() + " in panel "
                        + result.panel().expectation().panel().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> document(PanelResult result) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("panel", result.panel().expectation().panel());
        document.put("name", result.panel().name());
        document.put("title", result.panel().expectation().title());
        document.put("seconds", result.seconds());
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Verdict verdict : result.verdicts()) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("claim", verdict.claim());
            fact.put("at", verdict.place());
            fact.put("source", verdict.source());
            fact.put("expected", verdict.expected());
            fact.put("measured", verdict.measured());
            fact.put("reproduced", verdict.reproduced());
            facts.add(fact);
        }
        document.put("facts", facts);
        return document;
    }
}
