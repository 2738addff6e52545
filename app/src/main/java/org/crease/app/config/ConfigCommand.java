package org.crease.app.config;

import org.crease.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds what can be done with configurations; alone it shows its help. */
@Command(
        name = "config",
        header = "Check a configuration, show it with its defaults, or print its schema",
        description =
                "A configuration is a YAML file that says everything about a run: what is learnt, by which network,"
                        + " how, and what is looked at. docs/configuration.md is its reference.",
        footer = {
            "",
            "@|bold Examples|@",
            "  $ crease config check configs/quickstart.yaml",
            "  $ crease config show configs/quickstart.yaml --set seed=7 > mine.yaml",
            "  $ crease config schema > schema.json"
        })
public final class ConfigCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ConfigCommand() {}

    /** The command with its subcommands. */
    public static CommandLine on(Terminal terminal) {
        return new CommandLine(new ConfigCommand())
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new SchemaCommand(terminal));
    }

    @Override
    public void run() {
        CommandLine self = spec.commandLine();
        self.usage(self.getOut());
    }
}
