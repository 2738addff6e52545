package org.crease.app.homology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.StopOnSignal;
import org.crease.app.command.UserError;
import org.crease.app.homology.input.Format;
import org.crease.app.homology.input.GridFile;
import org.crease.app.homology.input.InputFile;
import org.crease.app.homology.output.JsonDocument;
import org.crease.app.homology.output.OutputFile;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Budget;
import org.crease.homology.VietorisRips;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease homology}. */
@Command(
        name = "homology",
        header = "Compute the persistent homology of points, distances or images",
        description = {
            "Exact persistence diagrams of the Vietoris-Rips filtration: at scale t, points within t of each other are"
                    + " joined; a bar says at which scales a component, a loop or a void is there. Or of other complexes.",
            "",
            "FILE holds points or distances as text, in Ripser's formats, or a NumPy array. In a pipe the output is Ripser's, and"
                    + " so are the names and meanings of --format, --dim, --threshold, --modulus and --ratio; on a"
                    + " terminal it is a summary with the longest bars."
        },
        footer = {
            "",
            "@|bold Complexes|@",
            "  rips          points within t of each other are joined (Vietoris-Rips)",
            "  sparse-rips   the same with fewer edges, for many points: --epsilon",
            "  dtm-rips      weighted by the distance to a measure: --neighbours",
            "  knn-rips      the graph of nearest neighbours: --neighbours",
            "  witness       lazy witness complex on some of the points: --landmarks",
            "  alpha         balls of radius t around points in the plane or in space",
            "  cubical       what is at most t in an array of 1 to 3 axes, .npy or text",
            "",
            "@|bold Formats|@",
            "  point-cloud      the coordinates of a point a line",
            "  lower-distance   distances below the diagonal: d(1,0), then d(2,0) d(2,1), ..",
            "  upper-distance   distances above it: d(0,1) d(0,2) .., then d(1,2) ..",
            "  distance         all of the matrix",
            "  sparse           two points and their distance a line; no others are joined",
            "  binary           as lower-distance, in little-endian float32",
            "  npy-points       a NumPy array of shape (points, coordinates)",
            "  npy-distance     a NumPy array of shape (points, points)",
            "  Blanks, commas or semicolons between numbers; inf: never joined.",
            "",
            "@|bold Examples|@",
            "  $ crease homology points.txt                       components and loops",
            "  $ crease homology activations.npy --dim 2 --json   voids too, for a program",
            "  $ crease homology points.txt --representatives --longest 3 --verify",
            "  $ crease homology points.txt --complex alpha",
            "  $ crease homology image.npy --complex cubical",
            "  $ crease homology points.npy --landmarks fit --max-memory 2G --max-time 5m",
            "  $ crease homology d.txt --format lower-distance --modulus 3 --out d.npz",
            "  $ generate | crease homology - --format point-cloud | grep -c '\\['"
        })
public final class HomologyCommand implements Callable<Integer> {
    private static final String BARS = "bars";
    private static final String SUMMARY = "summary";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "Points or distances; - for the standard input.")
    String file = "";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "What FILE holds, see Formats (default: seen from name and content).")
    @Nullable
    String format;

    @Option(
            names = "--dim",
            paramLabel = "K",
            description =
                    "Up to dimension K: 0 components, 1 loops, 2 voids, .. (default: 1; of alpha and cubical, all there are).")
    @Nullable
    Integer dimension;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Stop at scale T; what is alive there is printed as [birth, ).")
    float threshold = Float.POSITIVE_INFINITY;

    @Option(
            names = {"--modulus", "--field"},
            paramLabel = "P",
            description = "Coefficients in Z/P, P a prime below 65521 (default: 2).")
    int modulus = 2;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "How points are measured: " + PointMetric.NAMES + " (default: euclidean).")
    @Nullable
    String metric;

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Leave out bars with death/birth of R or less (default: 1, none).")
    float ratio = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "On N threads at most, with the same result (default: all).")
    @Nullable
    Integer threads;

    @Option(names = "--lower-half", description = "Take what is below the diagonal of a full matrix, as Ripser does.")
    boolean lowerHalf;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write to FILE: .npz, arrays h0, h1, .. of (birth, death), or .json.")
    @Nullable
    Path out;

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            description = "bars as Ripser prints them, or summary (default on a terminal).")
    @Nullable
    String show;

    @Mixin
    private @Nullable ComplexOptions complexes; // this and the next three are null where picocli did not make them

    @Mixin
    @Nullable
    RepresentativeOptions representatives;

    @Mixin
    private @Nullable BudgetOptions limits;

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private @Nullable KernelsOption kernels;

    @Mixin
    JsonOption json = new JsonOption();

    private volatile boolean writing;

    public HomologyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Choice choice = complexes == null ? Choice.RIPS : complexes.choice();
        Ratio cut = new Ratio(ratio);
        Job job = choice.complex().isOfDistances() ? rips(choice, cut) : other(choice.complex(), cut);
        requireKnownShow();
        OutputFile target = out == null ? null : new OutputFile(out);
        try (Waiting waiting = new Waiting(terminal, "reading " + source().name());
                StopOnSignal stop = StopOnSignal.of(() -> stopped(waiting))) {
            if (limits != null && limits.estimate()) {
                EstimateReport report = job.estimate(waiting);
                waiting.close();
                terminal.print(json.asked() ? List.of(report.json()) : report.lines());
            } else {
                Result result = job.run(waiting);
                waiting.close();
                print(result, target);
            }
        }
        return ExitStatus.DONE;
    }

    private RipsJob rips(Choice choice, Ratio cut) {
        PointMetric measure = PointMetric.named(metric);
        if (choice.complex() == Complex.SPARSE_RIPS && !measure.isMetric()) {
            throw new UserError(
                    "--complex sparse-rips needs the triangle inequality, which does not hold for --metric " + metric);
        }
        Filtration usual = new Filtration(engine(), threshold, Budget.ofHeap());
        Filtration filtration = limits != null && limits.isLimited() ? usual.within(budget()) : usual;
        RepresentativeBars bars =
                representatives != null && representatives.wanted() ? representatives.bars(cut) : null;
        return new RipsJob(source(), filtration, measure, choice, cut, bars);
    }

    private Job other(Complex complex, Ratio cut) {
        if (representatives != null && representatives.wanted()) {
            complex.requireDistances("--representatives");
        }
        if (metric != null) {
            complex.requireDistances("--metric");
        }
        Cut part = new Cut(dimension, threshold);
        if (complex == Complex.ALPHA) {
            return new AlphaJob(source(), part, cut, modulus, budget());
        }
        if (format != null || ratio != 1) {
            throw new UserError((format == null ? "--ratio" : "--format")
                    + " is of points and distances; --complex cubical is of an array, a NumPy file or a row a line");
        }
        return new CubicalJob(new GridFile(source()), part, modulus, budget());
    }

    private Budget budget() {
        return limits == null ? Budget.ofHeap() : limits.within(Budget.ofHeap());
    }

    private InputFile source() {
        return new InputFile(file, format == null ? null : Format.named(format), lowerHalf);
    }

    private VietorisRips engine() {
        VietorisRips engine =
                VietorisRips.upToDimension(dimension == null ? 1 : dimension).over(modulus);
        return threads == null ? engine : engine.withThreads(threads);
    }

    /** A file that is being written is waited for, nothing else. */
    private boolean stopped(Waiting waiting) {
        if (writing) {
            return true;
        }
        waiting.close();
        terminal.tell(Style.BAD.on(terminal.errScreen(), "crease:") + " stopped; nothing was written");
        return false;
    }

    private void requireKnownShow() {
        if (show != null && !show.equals(BARS) && !show.equals(SUMMARY)) {
            throw new UserError("--show is '" + show + "'; expected " + BARS + " or " + SUMMARY);
        }
    }

    private void print(Result result, @Nullable OutputFile target) throws IOException {
        if (target != null) {
            writing = true;
            target.write(result.diagrams(), result.additions());
            writing = false;
        }
        boolean interactive = terminal.outScreen().interactive();
        if (json.asked()) {
            terminal.print(JsonDocument.of(result.diagrams(), result.additions()));
        } else if (show == null ? interactive : show.equals(SUMMARY)) {
            terminal.print(result.summary(source().name(), terminal.outScreen()));
        } else if (target == null || show != null) {
            result.print(terminal.out());
        }
    }
}
