package org.crease.app.config;

import java.util.Map;
import org.crease.app.command.JsonOption;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crease config check}. */
@Command(
        name = "check",
        header = "Say whether a configuration is right, or all that is wrong with it",
        description = "Reports every mistake at once, with file, line and column; exit status 2.")
final class CheckCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    private ConfigSource source = new ConfigSource();

    @Mixin
    private JsonOption json = new JsonOption();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Config config = source.read();
        if (json.asked()) {
            terminal.print(JsonText.document(
                    Map.of("valid", true, "file", source.file().toString(), "name", config.name())));
        } else {
            terminal.print(Style.GOOD.on(terminal.outScreen(), "right") + "  "
                    + Printable.of(source.file() + " (run " + config.name() + ")"));
        }
    }
}
