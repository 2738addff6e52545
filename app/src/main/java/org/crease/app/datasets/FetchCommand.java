package org.crease.app.datasets;

import java.nio.file.Path;
import java.util.Map;
import org.crease.app.command.Failure;
import org.crease.app.command.JsonOption;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.source.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code crease datasets fetch}. */
@Command(
        name = "fetch",
        header = "Bring a data set onto this machine, unless it is there",
        description =
                "Downloads from its publisher's mirrors into the user's cache, goes on where it stopped, and checks"
                        + " every file. Without a network it says which file to put where.")
final class FetchCommand implements Runnable {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "Name of a data set.")
    private String name = "";

    @Mixin
    private JsonOption json = new JsonOption();

    FetchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        DatasetLibrary library = DatasetLibrary.standard();
        Names.check(library, name);
        String folder = fetch(library).toString();
        terminal.print(json.asked() ? JsonText.document(Map.of("name", name, "folder", folder)) : Printable.of(folder));
    }

    private Path fetch(DatasetLibrary library) {
        try (DownloadLine line = new DownloadLine(terminal)) {
            return library.fetch(name, line);
        } catch (DataException unavailable) {
            throw new Failure(String.valueOf(unavailable.getMessage()), unavailable);
        }
    }
}
