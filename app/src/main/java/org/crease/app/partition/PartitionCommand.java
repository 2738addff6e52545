package org.crease.app.partition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.UserError;
import org.crease.app.run.RecordedExperiment;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.app.terminal.Terminal;
import org.crease.probes.Finding;
import org.crease.probes.ProbeException;
import org.crease.probes.partition.PartitionProvider;
import org.crease.probes.partition.PartitionSettings;
import org.crease.probes.partition.RegionPartition;
import org.crease.probes.partition.SliceSettings;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.experiment.Experiment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease partition}. */
@Command(
        name = "partition",
        header = "Draw the linear regions of a network, exactly, and their ranks",
        customSynopsis = {
            "crease partition RUN [--step N] [--layer NAME] [--window L,R,B,T] [--out FILE]...",
            "        crease partition RUN --slice A,B,C [--step N] [--layer NAME] [--out FILE]..."
        },
        description = {
            "A ReLU network cuts its input space into pieces on each of which it is affine. For inputs of two features this"
                    + " shows all of them in a window, each a polygon with the rank of the map there; for others on the plane"
                    + " through three inputs of the probe set, whose coordinates become (0,0), (1,0) and (0,1).",
            "No piece is missed, however small: polygons are cut, not sampled."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease partition runs/two-moons --out moons.svg",
            "  $ crease partition runs/two-moons --step 0 --layer dense-2 --window=-2,3,-1.5,2 --out start.png",
            "  $ crease partition runs/mnist --slice 12,7,431 --layer dense-1 --out slice.png --out slice.npz",
            "",
            "@|bold Files|@   by their ending: .svg and .png pictures, .json polygons in the manner of GeoJSON, .npz arrays"
        })
public final class PartitionCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "The directory of a run.")
    private Path run = Path.of("");

    @Option(names = "--step", paramLabel = "N", description = "The checkpoint of step N (default: the last).")
    private @Nullable Long step;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "The regions by this layer (default: the last with ReLU or leaky ReLU).")
    private @Nullable String layer;

    @Option(
            names = "--window",
            paramLabel = "L,R,B,T",
            split = ",",
            hideParamSyntax = true,
            description = "Left, right, bottom, top (default: around the inputs, with a margin).")
    private @Nullable List<Double> window;

    @Option(
            names = "--slice",
            paramLabel = "A,B,C",
            split = ",",
            hideParamSyntax = true,
            description = "Ids of three inputs of the probe set.")
    private @Nullable List<Integer> slice;

    @Option(
            names = "--max-regions",
            paramLabel = "N",
            description = "Give up with more regions than this (default: ${DEFAULT-VALUE}).")
    private int maxRegions = PartitionSettings.defaults().maxRegions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write FILE.svg, FILE.png, FILE.json or FILE.npz; may be given more than once.")
    private List<Path> out = new ArrayList<>();

    @Mixin
    private JsonOption json = new JsonOption();

    public PartitionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        out.forEach(PartitionFile::kind);
        try (RunDirectory directory = RunDirectory.open(run)) {
            Experiment experiment = RecordedExperiment.of(directory, terminal);
            Snapshot snapshot = RunSnapshot.of(directory, experiment, step);
            Finding finding = examine(snapshot);
            PartitionFile file = new PartitionFile(experiment.config().name(), snapshot, finding);
            out.forEach(file::write);
            show(directory, finding);
        }
        return ExitStatus.DONE;
    }

    private Finding examine(Snapshot snapshot) throws InterruptedException {
        String chosen = layer == null ? lastThatCuts(snapshot) : layer;
        SliceSettings plane = slice == null ? null : new SliceSettings.Inputs(slice);
        PartitionSettings settings =
                new PartitionSettings(List.of(chosen), window, plane, new Tolerance.Float32(), null, maxRegions);
        Finding finding;
        try {
            finding = new PartitionProvider()
                    .create("partition", settings, 0)
                    .examine(snapshot)
                    .get(0);
        } catch (IllegalArgumentException | ProbeException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
        if (!finding.arrays().containsKey("rank")) {
            throw new UserError(finding.notes().get(0));
        }
        return finding;
    }

    private static String lastThatCuts(Snapshot snapshot) {
        List<String> possible = RegionPartition.layers(snapshot);
        String last = null;
        for (LayerSnapshot candidate : snapshot.layers()) {
            boolean cuts = switch (candidate.activation().kind()) {
                case RELU, LEAKY_RELU -> true;
                default -> false;
            };
            last = cuts && possible.contains(candidate.name()) ? candidate.name() : last;
        }
        if (last == null) {
            throw new UserError(
                    "no layer of the network has a partition: each is smooth, or behind one that is; its layers"
                            + " are "
                            + String.join(
                                    ", ",
                                    snapshot.layers().stream()
                                            .map(LayerSnapshot::name)
                                            .toList()));
        }
        return last;
    }

    private void show(RunDirectory directory, Finding finding) {
        int[] ranks = array(finding, "strata_rank");
        int[] counts = array(finding, "strata_count");
        double[] shares =
                Objects.requireNonNull(finding.arrays().get("strata_area")).doubles();
        if (json.asked()) {
            terminal.print(JsonText.document(result(directory, finding, ranks, counts, shares)));
            return;
        }
        Table table = new Table(Column.numbers("rank"), Column.numbers("regions"), Column.numbers("share of area"));
        for (int i = ranks.length - 1; i >= 0; i--) {
            table.row(String.valueOf(ranks[i]), Numbers.count(counts[i]), Numbers.percent(shares[i]));
        }
        table.lines(terminal.outScreen()).forEach(terminal::print);
        finding.notes().forEach(note -> terminal.tell("note: " + note));
        terminal.tell("");
        terminal.tell(Numbers.count((long) number(finding, "regions")) + " regions by layer "
                + Printable.of(finding.layer()) + " at step " + finding.step()
                + (out.isEmpty() ? "; --out FILE draws them" : ", in " + Printable.of(files())));
    }

    private String files() {
        return String.join(", ", out.stream().map(Path::toString).toList());
    }

    private Map<String, Object> result(
            RunDirectory directory, Finding finding, int[] ranks, int[] counts, double[] shares) {
        List<Map<String, Object>> strata = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            Map<String, Object> stratum = new LinkedHashMap<>();
            stratum.put("rank", ranks[i]);
            stratum.put("regions", counts[i]);
            stratum.put("area_share", shares[i]);
            strata.add(stratum);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("run", directory.path().toString());
        result.put("step", finding.step());
        result.put("layer", finding.layer());
        result.put(
                "window",
                Arrays.stream(Objects.requireNonNull(finding.arrays().get("window"))
                                .doubles())
                        .boxed()
                        .toList());
        result.putAll(finding.summary());
        result.put("strata", strata);
        result.put("notes", finding.notes());
        result.put("files", out.stream().map(Path::toString).toList());
        return result;
    }

    private static int[] array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name)).ints();
    }

    private static double number(Finding finding, String name) {
        return Objects.requireNonNull(finding.summary().get(name));
    }
}
