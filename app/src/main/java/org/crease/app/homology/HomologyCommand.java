package org.crease.app.homology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.StopOnSignal;
import org.crease.app.command.UserError;
import org.crease.app.homology.input.Format;
import org.crease.app.homology.input.Input;
import org.crease.app.homology.input.InputFile;
import org.crease.app.homology.output.JsonDocument;
import org.crease.app.homology.output.OutputFile;
import org.crease.app.homology.output.RipserLines;
import org.crease.app.homology.output.Summary;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.app.terminal.Waiting;
import org.crease.homology.Budget;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease homology}. */
@Command(
        name = "homology",
        header = "Compute the persistent homology of points or distances",
        description = {
            "Exact persistence diagrams of the Vietoris-Rips filtration: at scale t, points within t of each other are"
                    + " joined; a bar says at which scales a component, a loop or a void is there.",
            "",
            "FILE holds points or distances as text, in Ripser's formats, or a NumPy array. In a pipe the output is Ripser's, and"
                    + " so are the names and meanings of --format, --dim, --threshold, --modulus and --ratio; on a"
                    + " terminal it is a summary with the longest bars."
        },
        footer = {
            "",
            "@|bold Formats|@",
            "  point-cloud      the coordinates of a point a line",
            "  lower-distance   distances below the diagonal: d(1,0), then d(2,0) d(2,1), ..",
            "  upper-distance   distances above it: d(0,1) d(0,2) .., then d(1,2) ..",
            "  distance         all of the matrix",
            "  sparse           a pair of points and its distance a line, as 0 3 1.25; no others are joined",
            "  binary           as lower-distance, in little-endian float32",
            "  npy-points, npy-distance   a NumPy array of shape (points, coordinates), (points, points)",
            "  Numbers are separated by blanks, commas or semicolons. A distance may be inf: never joined.",
            "",
            "@|bold Examples|@",
            "  $ crease homology points.txt                       components and loops of a cloud of points",
            "  $ crease homology activations.npy --dim 2 --json   voids too, for a program",
            "  $ crease homology d.txt --format lower-distance --modulus 3 --out d.npz",
            "  $ generate | crease homology - --format point-cloud --threshold 0.5 | grep -c '\\['"
        })
public final class HomologyCommand implements Callable<Integer> {
    private static final String METRICS = "euclidean, squared-euclidean, manhattan, chebyshev, cosine";
    private static final String BARS = "bars";
    private static final String SUMMARY = "summary";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "Points or distances; - for the standard input.")
    String file = "";

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "What FILE holds, see below (default: seen from its name and its first lines).")
    @Nullable
    String format;

    @Option(
            names = "--dim",
            paramLabel = "K",
            description = "The highest homology dimension: 0 components, 1 loops too, 2 voids too (default: 1).")
    int dimension = 1;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            description = "Stop at scale T; what is alive there is printed as [birth, ) (default: the enclosing radius,"
                    + " past which nothing happens).")
    float threshold = Float.POSITIVE_INFINITY;

    @Option(
            names = {"--modulus", "--field"},
            paramLabel = "P",
            description = "Coefficients in Z/P, P a prime below 65521 (default: 2).")
    int modulus = 2;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description = "How points are measured: " + METRICS + " (default: euclidean).")
    @Nullable
    String metric;

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Leave out bars with death/birth of R or less (default: 1, which leaves none out).")
    float ratio = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Compute on N threads at most; the result does not depend on it (default: one a processor).")
    @Nullable
    Integer threads;

    @Option(
            names = "--lower-half",
            description =
                    "Of a full distance matrix that is not symmetric, take what is below the diagonal, as Ripser does.")
    boolean lowerHalf;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the diagrams to FILE instead: .npz with arrays h0, h1, .. of rows (birth, death), or .json.")
    @Nullable
    Path out;

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            description = "bars, as Ripser prints them, or a summary (default: summary on a terminal, bars elsewhere).")
    @Nullable
    String show;

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private volatile boolean writing;

    public HomologyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        InputFile source = new InputFile(file, format == null ? null : Format.named(format), lowerHalf);
        Filtration filtration = new Filtration(engine(), threshold, Budget.ofHeap());
        Metric measure = measure();
        Ratio cut = new Ratio(ratio);
        requireKnownShow();
        OutputFile target = out == null ? null : new OutputFile(out);
        try (Waiting waiting = new Waiting(terminal, "reading " + source.name());
                StopOnSignal stop = StopOnSignal.of(() -> stopped(waiting))) {
            Input input = source.read();
            requirePoints(input, source);
            waiting.now("measuring distances of " + input.size() + " points");
            FiniteMetricSpace space = filtration.space(input, measure);
            Diagrams diagrams =
                    filtration.diagrams(space, (done, doing) -> waiting.now(doing + "  " + (int) (100 * done) + " %"));
            waiting.close();
            print(new Heading(source.name(), input, space, diagrams), cut.of(diagrams), target);
        }
        return ExitStatus.DONE;
    }

    private VietorisRips engine() {
        VietorisRips engine = VietorisRips.upToDimension(dimension).over(modulus);
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

    private Metric measure() {
        return switch (metric == null ? "euclidean" : metric) {
            case "euclidean" -> Metric.euclidean();
            case "squared-euclidean" -> Metric.squaredEuclidean();
            case "manhattan" -> Metric.manhattan();
            case "chebyshev" -> Metric.chebyshev();
            case "cosine" -> Metric.cosine();
            default -> throw new UserError("--metric is '" + metric + "'; expected one of " + METRICS);
        };
    }

    private void requirePoints(Input input, InputFile source) {
        if (metric != null && !(input instanceof Input.Points)) {
            throw new UserError("--metric " + metric + " is for points; " + source.name() + " holds distances");
        }
    }

    private void requireKnownShow() {
        if (show != null && !show.equals(BARS) && !show.equals(SUMMARY)) {
            throw new UserError("--show is '" + show + "'; expected " + BARS + " or " + SUMMARY);
        }
    }

    private void print(Heading heading, Diagrams diagrams, @Nullable OutputFile target) throws IOException {
        if (target != null) {
            writing = true;
            target.write(diagrams);
            writing = false;
        }
        boolean interactive = terminal.outScreen().interactive();
        if (json.asked()) {
            terminal.print(JsonDocument.of(diagrams));
        } else if (show == null ? interactive : show.equals(SUMMARY)) {
            terminal.print(heading.line());
            terminal.print(Summary.of(diagrams, terminal.outScreen()));
        } else if (target == null || show != null) {
            terminal.print(heading.lines());
            terminal.out().print(RipserLines.of(diagrams));
            terminal.out().flush();
        }
    }
}
