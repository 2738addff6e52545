package org.crease.app.inspect;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.JsonOption;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Terminal;
import org.crease.inspector.report.Report;
import org.crease.inspector.runs.Catalogue;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code crease report}. */
@Command(
        name = "report",
        header = "Put runs and all their figures into one page that opens anywhere",
        customSynopsis = "crease report RUN.. --out FILE [--checkpoints N]",
        description = {
            "The page of crease inspect as a single HTML file: it opens without Crease and without a network, and asks for"
                    + " nothing. Maps over steps and layers are whole; layers can be opened at N checkpoints, evenly"
                    + " spread over the training, the first and the last among them."
        },
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease report runs/quickstart --out quickstart.html",
            "  $ crease report runs/quickstart runs/quickstart-continuous --out twins.html --checkpoints 5"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final String CHECKPOINTS = "20";

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Directories of runs.")
    private List<Path> runs = List.of();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The HTML file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--checkpoints",
            paramLabel = "N",
            defaultValue = CHECKPOINTS,
            description =
                    "At how many checkpoints of each run layers can be opened, 2 or more (default: ${DEFAULT-VALUE}).")
    private int checkpoints = Integer.parseInt(CHECKPOINTS);

    @Mixin
    private JsonOption json = new JsonOption();

    public ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (checkpoints < 2) {
            throw new UserError("--checkpoints is " + checkpoints + ", 2 or more is expected");
        }
        runs.forEach(run -> RunDirectory.open(run).close());
        long size = Report.write(Catalogue.of(runs), checkpoints, out);
        if (json.asked()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("file", out.toString());
            result.put("bytes", size);
            terminal.print(JsonText.document(result));
        } else {
            terminal.print(Printable.of(out.toString()) + ", " + Numbers.bytes(size));
        }
        return ExitStatus.DONE;
    }
}
