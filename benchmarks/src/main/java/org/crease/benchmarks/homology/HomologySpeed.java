package org.crease.benchmarks.homology;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crease.app.terminal.Table;
import org.crease.benchmarks.Conditions;
import org.crease.benchmarks.Report;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures persistent homology: our command and our engine beside Ripser and GUDHI. */
@Command(
        name = "homology.sh",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        description = {
            "Speed and memory of persistent homology: our command, started anew each time, and our engine in this process,"
                    + " beside Ripser and GUDHI where they are installed (Debian: ripser, python3-gudhi).",
            "All read the same text file, made here from a fixed seed. Contenders take turns, and every diagram is held"
                    + " against ours.%n"
        })
final class HomologySpeed implements Callable<Integer> {
    private static final String OURS = "Crease";

    @Option(
            names = "--sets",
            defaultValue = ".*",
            paramLabel = "REGEX",
            description = "The sets, by their names in the tables, such as 'act_circle_1000 d1|o3.*'.")
    private Pattern sets = Pattern.compile("");

    @Option(names = "--repetitions", defaultValue = "5", description = "Repetitions that medians are taken of.")
    private int repetitions;

    @Option(
            names = "--timeout",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "The most one run may take.")
    private double timeout;

    @Option(
            names = "--patience",
            defaultValue = "60",
            paramLabel = "SECONDS",
            description = "A contender that has spent this long on a set is not asked again.")
    private double patience;

    @Option(
            names = "--against",
            defaultValue = "ripser,collapse",
            split = ",",
            paramLabel = "NAME",
            description =
                    "ripser; collapse, GUDHI after an edge collapse; gudhi, without one, which lists every simplex;"
                            + " representatives, our command asked for those of all bars.")
    private List<String> against = List.of();

    @Option(
            names = "--published",
            paramLabel = "DIR",
            description =
                    "A folder with published sets, NAME.pts.txt or NAME.lower.f32, taken instead of those made here.")
    private @Nullable Path published;

    @Option(names = "--ripser", defaultValue = "/usr/bin/ripser", paramLabel = "FILE", description = "Ripser.")
    private Path ripser = Path.of("");

    @Option(
            names = "--python",
            defaultValue = "/usr/bin/python3",
            paramLabel = "FILE",
            description = "Python, which starts the programs, and may have gudhi.")
    private String python = "";

    @Option(names = "--memory", defaultValue = "8", paramLabel = "GIB", description = "The most a peer may take.")
    private int memory;

    @Option(
            names = "--variants",
            description = "Instead: our engine in this process over other fields, and with representatives.")
    private boolean variants;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        Runtime.getRuntime().exit(new CommandLine(new HomologySpeed()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> conditions = new ArrayList<>(Conditions.lines());
        List<Contender> contenders = variants ? List.of() : installed(contenders(), conditions);
        conditions.add(
                "sets       " + (published == null ? "made here" : "published where " + published + " has them"));
        Report report = new Report(spec.commandLine().getOut());
        report.section("Conditions", conditions);
        List<String> names = contenders.stream().map(Contender::name).toList();
        Path folder = Files.createTempDirectory("crease-homology");
        try {
            if (variants) {
                report.table("Seconds of processors, medians of " + repetitions, variants(folder));
                return CommandLine.ExitCode.OK;
            }
            warmUp();
            Tables tables = new Tables(measured(contenders, folder), names);
            report.table("Seconds and peak memory, medians of " + repetitions + " or fewer", tables.costs());
            report.table("How many times longer than ours", tables.ratios());
        } finally {
            remove(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private List<Measurement> measured(List<Contender> contenders, Path folder)
            throws IOException, InterruptedException {
        Stopwatch stopwatch = new Stopwatch(python, python("run.py"), folder, timeout, (long) memory << 30);
        Measurement.Effort effort = new Measurement.Effort(repetitions, patience);
        PrintWriter progress = spec.commandLine().getErr();
        List<Measurement> measurements = new ArrayList<>();
        for (Task task : Catalogue.tasks()) {
            Optional<Data> data = sets.matcher(task.name()).matches() ? task.data(published, folder) : Optional.empty();
            if (data.isPresent()) {
                progress.println(task.name());
                Measurement measurement = Measurement.of(task, data.get(), contenders, stopwatch, effort);
                measurement.inProcess(data.get(), effort);
                measurements.add(measurement);
            }
        }
        return measurements;
    }

    private Table variants(Path folder) throws IOException, InterruptedException {
        Variants table = new Variants(repetitions);
        for (Task task : Catalogue.tasks()) {
            Optional<Data> data = sets.matcher(task.name()).matches() ? task.data(published, folder) : Optional.empty();
            if (data.isPresent()) {
                spec.commandLine().getErr().println(task.name());
                table.add(task, data.get().space());
            }
        }
        return table.table();
    }

    private List<Contender> contenders() {
        List<Contender> contenders = new ArrayList<>();
        String crease = home().resolve("crease").toString();
        contenders.add(Contender.ripserLike(OURS, List.of(crease, "homology")));
        for (String name : against) {
            contenders.add(
                    switch (name) {
                        case "ripser" -> Contender.ripserLike("Ripser", List.of(ripser.toString()));
                        case "collapse" -> Contender.gudhi("GUDHI, collapse", python, python("homology.py"), 1);
                        case "gudhi" -> Contender.gudhi("GUDHI", python, python("homology.py"), 0);
                        case "representatives" ->
                            Contender.ripserLike("representatives", List.of(crease, "homology", "--representatives"));
                        default ->
                            throw new CommandLine.ParameterException(
                                    spec.commandLine(),
                                    "--against is '" + name + "'; expected ripser, collapse, gudhi or representatives");
                    });
        }
        return contenders;
    }

    /** Those of the contenders that are installed, and a word on those that are not. */
    private List<Contender> installed(List<Contender> contenders, List<String> notes) throws IOException {
        String gudhi = gudhi();
        notes.add("GUDHI      " + (gudhi.isEmpty() ? "none: " + python + " has no gudhi" : gudhi));
        notes.add("Ripser     " + (Files.isExecutable(ripser) ? ripser : "none: no " + ripser));
        return contenders.stream()
                .filter(contender -> !contender.name().equals("Ripser") || Files.isExecutable(ripser))
                .filter(contender -> !contender.name().startsWith("GUDHI") || !gudhi.isEmpty())
                .toList();
    }

    private String gudhi() throws IOException {
        Process process = new ProcessBuilder(python, "-c", "import gudhi; print(gudhi.__version__)")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** The first start builds, and records classes. */
    private static void warmUp() throws IOException, InterruptedException {
        Process first = new ProcessBuilder(home().resolve("crease").toString(), "homology", "--help")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (first.waitFor() != 0) {
            throw new IOException("crease homology --help ended with status " + first.exitValue());
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("crease.home", ""));
    }

    private static Path python(String script) {
        return home().resolve(Path.of("benchmarks", "src", "main", "python", script));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
