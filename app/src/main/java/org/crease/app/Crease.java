package org.crease.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows its help. Holds the options that every command has. */
@Command(
        name = "crease",
        versionProvider = Version.class,
        header = "@|bold Crease|@ trains neural networks and watches where they fold their data.",
        description = "At every checkpoint it measures, layer by layer, the rank of what the network does to the data"
                + " and the persistent homology of what is left of it.",
        customSynopsis = "crease COMMAND [OPTIONS]",
        footer = {
            "",
            "@|bold Start here|@",
            "  $ crease doctor                                  see that this machine is ready",
            "  $ crease train configs/quickstart.yaml           learn to tell garments apart, in a minute",
            "  $ crease replay runs/quickstart --verify         probe its checkpoints again, and compare",
            "  $ crease config check configs/mnist.yaml         see that an experiment is right",
            "  $ crease config --help                           what a command does, with examples",
            "",
            "@|bold Exit status|@   0 done, 1 failed, 2 the words or a file given are wrong"
        })
final class Crease implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Say more, and show where errors come from.")
    private boolean debug;

    /** True where the user wants to see stack traces. */
    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        CommandLine self = spec.commandLine();
        self.usage(self.getOut());
    }
}
