package org.crease.app.config;

import org.crease.app.command.JsonOption;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.config.ConfigSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code crease config schema}. The result is JSON with and without {@code --json}. */
@Command(
        name = "schema",
        header = "Print the JSON Schema of configurations, which editors complete and check by",
        description = "The first line of a configuration tells the editor where it is:%n"
                + "  # yaml-language-server: $schema=schema.json")
final class SchemaCommand implements Runnable {

    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("UnusedVariable") // accepted like everywhere; nothing depends on it
    private JsonOption json = new JsonOption();

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.print(ConfigSchema.json().stripTrailing());
    }
}
