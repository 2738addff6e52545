package org.crease.app;

import org.crease.app.command.Failure;
import org.crease.app.compare.CompareCommand;
import org.crease.app.config.ConfigCommand;
import org.crease.app.datasets.DatasetsCommand;
import org.crease.app.diagram.DiagramDistanceCommand;
import org.crease.app.doctor.DoctorCommand;
import org.crease.app.homology.HomologyHelp;
import org.crease.app.inspect.InspectCommand;
import org.crease.app.inspect.ReportCommand;
import org.crease.app.partition.PartitionCommand;
import org.crease.app.reproduce.ReproduceCommand;
import org.crease.app.run.ProbeCommand;
import org.crease.app.run.ReplayCommand;
import org.crease.app.run.TrainCommand;
import org.crease.app.sweep.SweepCommand;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.StreamWriter;
import org.crease.app.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Puts the command line together: the commands in their groups, the looks of help, and what becomes of errors. */
final class CommandLines {

    private static final int WIDEST_HELP = 100;
    private static final int NARROWEST_HELP = 60;

    private CommandLines() {}

    /**
     * The command line.
     *
     * @param words what the user typed: where they begin with a command, no other is made, which would take time
     */
    static CommandLine crease(Terminal terminal, String... words) {
        return crease(terminal, new RunLast(), words);
    }

    /** Runs a command and returns its exit status. */
    static int run(Terminal terminal, String... words) {
        return crease(terminal, words).execute(words);
    }

    /** What a command does that failed when it was run otherwise. */
    static int fail(Terminal terminal, Throwable failure, String... words) {
        return crease(terminal, parsed -> rethrow(parsed, failure), words).execute(words);
    }

    private static int rethrow(ParseResult parsed, Throwable failure) {
        if (failure instanceof LinkageError error) {
            throw error;
        }
        throw new ExecutionException(parsed.commandSpec().commandLine(), "failed", failure);
    }

    /** The same, whose commands run so. */
    private static CommandLine crease(Terminal terminal, IExecutionStrategy strategy, String... words) {
        Crease root = new Crease();
        CommandLine line = new CommandLine(root);
        CommandGroups groups = new CommandGroups(line, words.length == 0 ? "" : words[0]);
        groups.offer("Experiments", "train", () -> new CommandLine(new TrainCommand(terminal)));
        groups.offer("Experiments", "replay", () -> new CommandLine(new ReplayCommand(terminal)));
        groups.offer("Experiments", "inspect", () -> new CommandLine(new InspectCommand(terminal)));
        groups.offer("Experiments", "report", () -> new CommandLine(new ReportCommand(terminal)));
        groups.offer("Experiments", "compare", () -> new CommandLine(new CompareCommand(terminal)));
        groups.offer("Experiments", "partition", () -> new CommandLine(new PartitionCommand(terminal)));
        groups.offer("Experiments", "probe", () -> new CommandLine(new ProbeCommand(terminal)));
        groups.offer("Experiments", "sweep", () -> new CommandLine(new SweepCommand(terminal)));
        groups.offer("Experiments", "reproduce", () -> new CommandLine(new ReproduceCommand(terminal)));
        groups.offer("Experiments", "config", () -> ConfigCommand.on(terminal));
        groups.offer("Experiments", "datasets", () -> DatasetsCommand.on(terminal));
        groups.offer("Diagrams", "homology", () -> HomologyHelp.line(terminal));
        groups.offer("Diagrams", "diagram-distance", () -> new CommandLine(new DiagramDistanceCommand(terminal)));
        groups.offer("This machine", "doctor", () -> new CommandLine(new DoctorCommand(terminal)));
        groups.make();

        ErrorReport errors = new ErrorReport(terminal, root::debug);
        line.setParameterExceptionHandler(errors);
        line.setExecutionExceptionHandler(errors);
        line.setExecutionStrategy(parsed -> execute(root, strategy, parsed));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        look(line, terminal, groups);
        return line;
    }

    private static int execute(Crease root, IExecutionStrategy strategy, ParseResult parsed) {
        if (root.debug()) {
            Logging.sayMore();
        }
        try {
            return strategy.execute(parsed);
        } catch (LinkageError unloadable) {
            String message = "a native library cannot be loaded: " + root(unloadable) + "; crease doctor says more";
            throw new ExecutionException(parsed.commandSpec().commandLine(), message, new Failure(message, unloadable));
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = root.getCause(); cause != null; cause = root.getCause()) {
            root = cause;
        }
        return String.valueOf(root.getMessage());
    }

    private static void look(CommandLine line, Terminal terminal, CommandGroups groups) {
        Screen screen = terminal.outScreen();
        line.setColorScheme(CommandLine.Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.min(WIDEST_HELP, Math.max(NARROWEST_HELP, screen.width())));
        line.setUsageHelpLongOptionsMaxWidth(NARROWEST_HELP / 2);
        line.setOut(StreamWriter.on(terminal.out()));
        line.setErr(StreamWriter.on(terminal.err()));
        HelpLayout.apply(line, groups);
    }
}
