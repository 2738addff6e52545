package org.crease.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.crease.app.command.Failure;
import org.crease.app.command.UserError;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import org.crease.trainer.data.source.DataException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ErrorReportTest {

    @Command(name = "boom")
    record Boom(Exception failure) implements java.util.concurrent.Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw failure;
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UserError("no such run: x"), 2, "no such run: x"),
                Arguments.of(new DataException("a.csv:3: 4 fields, expected 5"), 2, "a.csv:3: 4 fields, expected 5"),
                Arguments.of(new Failure("cut off", new IllegalStateException()), 1, "cut off"),
                Arguments.of(new NoSuchFileException("a.npz"), 1, "no such file: a.npz"),
                Arguments.of(new AccessDeniedException("runs"), 1, "not allowed to read or write: runs"),
                Arguments.of(new NullPointerException("x is null"), 1, "NullPointerException: x is null"),
                Arguments.of(new IllegalStateException(), 1, "IllegalStateException"),
                Arguments.of(new UserError("bad\r\ncrease: done\u001b[2J"), 2, "bad\\u000d\\ncrease: done\\u001b[2J"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void l4_failuresHaveAStatusAndOneLine(Exception failure, int status, String line) {
        Captured captured = new Captured(Screen.PLAIN);
        CommandLine boom = new CommandLine(new Boom(failure));
        boom.setExecutionExceptionHandler(new ErrorReport(captured.terminal(), () -> false));
        assertThat(boom.execute()).isEqualTo(status);
        assertThat(captured.err()).isEqualTo("crease: " + line + System.lineSeparator());
    }
}
