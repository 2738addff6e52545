package org.crease.app.datasets;

import org.crease.app.command.JsonOption;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.data.library.DatasetLibrary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Holds what can be done with data sets; alone it lists them. */
@Command(
        name = "datasets",
        header = "List, verify and fetch data sets",
        description =
                "Data sets known by name are looked for in datasets/, in the folders of CREASE_DATASETS, in the user's"
                        + " cache and where a distribution's package puts them. Without a subcommand they are listed.",
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease datasets",
            "  $ crease datasets fetch mnist",
            "  $ CREASE_DATASETS=~/data crease datasets verify mnist"
        })
public final class DatasetsCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private JsonOption json = new JsonOption();

    private DatasetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The command with its subcommands. */
    public static CommandLine on(Terminal terminal) {
        return new CommandLine(new DatasetsCommand(terminal))
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new VerifyCommand(terminal))
                .addSubcommand(new FetchCommand(terminal));
    }

    @Override
    public void run() {
        Inventory.of(DatasetLibrary.standard()).print(terminal, json.asked());
    }
}
