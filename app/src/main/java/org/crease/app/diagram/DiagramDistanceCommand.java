package org.crease.app.diagram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Table;
import org.crease.app.terminal.Terminal;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.distance.DiagramDistance;
import org.crease.homology.distance.SlicedWassersteinDistance;
import org.crease.homology.distance.WassersteinDistance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease diagram-distance}. */
@Command(
        name = "diagram-distance",
        header = "Measure how far apart two persistence diagrams are",
        description = {
            "A and B are npz files with arrays h0, h1, .. (what a run records), JSON as crease homology writes it, or text as"
                    + " Ripser prints it.",
            "All kinds are exact. Different numbers of infinite bars are infinitely far apart; equal numbers are matched in"
                    + " order of birth. In JSON, an infinite distance is null."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease diagram-distance a.npz b.npz --kind bottleneck",
            "  $ crease diagram-distance a.txt b.txt --kind wasserstein --order 2 --dim 1 --json"
        })
public final class DiagramDistanceCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "A file of diagrams.")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private Path second = Path.of("");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "bottleneck, wasserstein or sliced-wasserstein (50 directions).")
    private String kind = "";

    @Option(
            names = "--dim",
            paramLabel = "K",
            description = "The homology dimension to compare (default: every one of both files).")
    private @Nullable Integer dimension;

    @Option(
            names = "--order",
            paramLabel = "P",
            description =
                    "Of --kind wasserstein: powers summed, at least 1 (default: 1). Points are compared by their larger"
                            + " difference.")
    private @Nullable Double order;

    @Mixin
    private JsonOption json = new JsonOption();

    public DiagramDistanceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        DiagramDistance distance = distance();
        SortedMap<Integer, PersistenceDiagram> a = DiagramFile.read(first);
        SortedMap<Integer, PersistenceDiagram> b = DiagramFile.read(second);
        Map<Integer, Double> distances = new LinkedHashMap<>();
        for (int each : dimensions(a.keySet(), b.keySet())) {
            distances.put(each, distance.between(of(a, first, each), of(b, second, each)));
        }
        if (json.asked()) {
            terminal.print(JsonText.document(document(distances)));
        } else {
            print(distances);
        }
        return ExitStatus.DONE;
    }

    private DiagramDistance distance() {
        if (order != null && !kind.equals("wasserstein")) {
            throw new UserError("--order is of --kind wasserstein only; the kind is '" + kind + "'");
        }
        return switch (kind) {
            case "bottleneck" -> new BottleneckDistance();
            case "wasserstein" -> WassersteinDistance.ofOrder(order());
            case "sliced-wasserstein" -> new SlicedWassersteinDistance();
            default ->
                throw new UserError("--kind is '" + kind + "'; expected bottleneck, wasserstein or sliced-wasserstein");
        };
    }

    private double order() {
        return order == null ? 1 : order;
    }

    private Set<Integer> dimensions(Set<Integer> a, Set<Integer> b) {
        if (dimension != null) {
            return Set.of(dimension);
        }
        if (!a.equals(b)) {
            throw new UserError(first + " has diagrams of dimensions " + a + ", " + second + " of " + b
                    + "; choose one of both with --dim");
        }
        return a;
    }

    private static PersistenceDiagram of(SortedMap<Integer, PersistenceDiagram> diagrams, Path file, int dimension) {
        PersistenceDiagram diagram = diagrams.get(dimension);
        if (diagram == null) {
            throw new UserError(
                    file + ": no diagram of dimension " + dimension + "; there are those of " + diagrams.keySet());
        }
        return diagram;
    }

    private Map<String, Object> document(Map<Integer, Double> distances) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("kind", kind);
        if (kind.equals("wasserstein")) {
            document.put("order", order());
        }
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        distances.forEach((each, value) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("dimension", each);
            entry.put("distance", Double.isInfinite(value) ? null : value);
            list.add(entry);
        });
        document.put("distances", list);
        return document;
    }

    private void print(Map<Integer, Double> distances) {
        Table table = new Table(Column.words("diagram"), Column.numbers(kind));
        distances.forEach((each, value) -> table.row("H" + each, Numbers.value(value)));
        table.lines(terminal.outScreen()).forEach(terminal::print);
    }
}
