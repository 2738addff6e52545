package org.crease.app;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.UserError;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.NotARunException;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.config.ConfigException;
import org.crease.trainer.config.Problem;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What becomes of an error: one line on the error stream (a JSON object where {@code --json} was asked for), an exit
 * status, and a stack trace with {@code --debug} alone.
 */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final Terminal terminal;
    private final BooleanSupplier debug;

    ErrorReport(Terminal terminal, BooleanSupplier debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        String message = ParameterMessage.of(wrong) + " (see " + command + " --help)";
        return report(
                wrong, List.of(message), ExitStatus.WRONG, List.of(arguments).contains("--json"));
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        boolean json = parsed.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .anyMatch(part -> part.hasMatchedOption("--json"));
        if (failure instanceof ConfigException config) {
            List<String> problems =
                    config.problems().stream().map(Problem::toString).toList();
            return report(failure, problems, ExitStatus.WRONG, json);
        }
        int status = wrong(failure) ? ExitStatus.WRONG : ExitStatus.FAILED;
        return report(failure, List.of(message(failure)), status, json);
    }

    /** True where the user's words, or a file of theirs, are the reason. */
    private static boolean wrong(Exception failure) {
        return failure instanceof UserError
                || failure instanceof DataException
                || failure instanceof NotARunException
                || failure instanceof TrainingException
                || failure instanceof IllegalArgumentException;
    }

    private int report(Exception failure, List<String> messages, int status, boolean json) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("errors", messages);
            error.put("status", status);
            terminal.tell(JsonText.line(error));
        } else {
            for (String message : messages) {
                terminal.tell(Style.BAD.on(terminal.errScreen(), "crease:") + " " + Printable.of(message));
            }
        }
        if (debug.getAsBoolean()) {
            failure.printStackTrace(terminal.err());
        }
        return status;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            return "no such file: " + message;
        }
        if (failure instanceof AccessDeniedException) {
            return "not allowed to read or write: " + message;
        }
        if (failure instanceof FileSystemException || unexpected(failure)) {
            return failure.getClass().getSimpleName() + ": " + message;
        }
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** True for exceptions whose message alone says little. */
    private static boolean unexpected(Exception failure) {
        return failure instanceof NullPointerException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof ClassCastException
                || failure instanceof ArithmeticException;
    }
}
