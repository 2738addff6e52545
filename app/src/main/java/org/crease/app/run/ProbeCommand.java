package org.crease.app.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.KernelsOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.config.Configs;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.probing.Examination;
import org.crease.trainer.saved.ActivationNames;
import org.crease.trainer.saved.SavedNetwork;
import org.crease.trainer.seed.Streams;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease probe}. */
@Command(
        name = "probe",
        header = "Probe a network that was trained elsewhere and saved as NumPy arrays",
        description = {
            "FILE is an npz with the array inputs (n, features), labels (n) if there are any, and for each layer in order"
                    + " NAME.weights (inputs, outputs) or PyTorch's NAME.weight (outputs, inputs), and NAME.bias; or"
                    + " NAME.activations alone, of which the topology can be looked at but no rank.",
            "docs/saved-arrays.md has ten lines of Python that write such a file."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease probe network.npz --probes probes.yaml",
            "  $ crease probe network.npz --probes probes.yaml --activations tanh,tanh,identity --out findings",
            "",
            "@|bold probes.yaml|@ is a list, as under probes: in a configuration:",
            "  - rank: {tolerance: float64}",
            "  - topology: {cloud: {input: true}}"
        })
public final class ProbeCommand implements Callable<Integer> {
    private static final long SEED = 1;

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "An npz with inputs and layers.")
    private Path file = Path.of("");

    @Option(names = "--probes", paramLabel = "FILE", required = true, description = "A YAML list of probes.")
    private Path probes = Path.of("");

    @Option(
            names = "--activations",
            paramLabel = "LIST",
            description =
                    "The activation function of each layer with weights, such as tanh,tanh,identity (default: relu;"
                            + " identity in the last layer).")
    private @Nullable String functions;

    @Option(names = "--out", paramLabel = "DIR", description = "Write findings and their arrays into this folder.")
    private @Nullable Path out;

    @Mixin
    @SuppressWarnings("UnusedVariable") // acts by itself
    private KernelsOption kernels = new KernelsOption();

    @Mixin
    private JsonOption json = new JsonOption();

    public ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Probe> chosen = Probes.create(Configs.readProbes(probes), new Streams(SEED));
        if (chosen.isEmpty()) {
            throw new UserError(probes + " names no probe; expected at least one");
        }
        List<Activation> given = functions == null ? List.of() : ActivationNames.parse(functions);
        if (!Files.exists(file)) {
            throw new UserError("no such file: " + file);
        }
        Snapshot snapshot = SavedNetwork.read(file, given);
        Gathered gathered = new Gathered();
        try (FindingsLog log = log()) {
            Examination.examine(snapshot, chosen, gathered);
            if (log != null) {
                gathered.findings().forEach(log::append);
                log.sync();
            }
        }
        show(snapshot, gathered);
        return gathered.failures().isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private @Nullable FindingsLog log() {
        if (out == null) {
            return null;
        }
        FindingsLog log = FindingsLog.in(out);
        if (!log.entries().isEmpty()) {
            throw new UserError("--out is '" + out + "', which holds findings already; choose another folder");
        }
        return log;
    }

    private void show(Snapshot snapshot, Gathered gathered) {
        if (json.asked()) {
            terminal.print(JsonText.document(document(snapshot, gathered)));
            return;
        }
        List<FindingEntry> entries = gathered.findings().stream()
                .map(finding -> new FindingEntry(
                        finding.step(), finding.layer(), finding.probe(), finding.summary(), finding.notes(), ""))
                .toList();
        terminal.print(FindingTable.of(entries, null, terminal.outScreen()));
        for (Finding finding : gathered.findings()) {
            finding.notes().forEach(note -> warn("note:", finding.layer() + ", " + finding.probe() + ": " + note));
        }
        gathered.failures().forEach(failure -> warn("failed:", failure));
        terminal.tell("");
        String where = out == null ? "" : ", in " + Printable.of(out.toString());
        terminal.tell(Numbers.count(gathered.findings().size()) + " findings on "
                + Numbers.count(snapshot.probeSet().size()) + " inputs" + where);
    }

    private Map<String, Object> document(Snapshot snapshot, Gathered gathered) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", file.toString());
        document.put("inputs", snapshot.probeSet().size());
        document.put(
                "layers", snapshot.layers().stream().map(LayerSnapshot::name).toList());
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Finding finding : gathered.findings()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("layer", finding.layer());
            entry.put("probe", finding.probe());
            Map<String, @Nullable Double> summary = new LinkedHashMap<>();
            finding.summary().forEach((name, value) -> summary.put(name, Double.isFinite(value) ? value : null));
            entry.put("summary", summary);
            entry.put("notes", finding.notes());
            findings.add(entry);
        }
        document.put("findings", findings);
        document.put("failures", gathered.failures());
        if (out != null) {
            document.put("out", out.toString());
        }
        return document;
    }

    private void warn(String word, String text) {
        terminal.tell(Style.DOUBTFUL.on(terminal.errScreen(), word) + " " + Printable.of(text));
    }
}
