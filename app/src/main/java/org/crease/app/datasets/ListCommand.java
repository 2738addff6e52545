package org.crease.app.datasets;

import org.crease.app.command.JsonOption;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.data.library.DatasetLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crease datasets list}. */
@Command(name = "list", header = "List the data sets, and where they are on this machine")
final class ListCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private JsonOption json = new JsonOption();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Inventory.of(DatasetLibrary.standard()).print(terminal, json.asked());
    }
}
