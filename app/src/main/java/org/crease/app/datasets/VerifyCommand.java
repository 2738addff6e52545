package org.crease.app.datasets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.crease.app.command.ExitStatus;
import org.crease.app.command.Failure;
import org.crease.app.command.JsonOption;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.data.library.DatasetInfo;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.DatasetLibrary.FileCheck;
import org.crease.trainer.data.source.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code crease datasets verify}. */
@Command(
        name = "verify",
        header = "Compare data sets on this machine with their SHA-256",
        description = "Without names: all that are here. Exit status 1 when a file is not what it should be.")
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names of data sets.")
    private List<String> names = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** What was found of one file. */
    record Verified(String dataset, String file, String path, boolean right, String problem) {}

    @Override
    public Integer call() {
        DatasetLibrary library = DatasetLibrary.standard();
        names.forEach(name -> Names.check(library, name));
        List<Verified> files = new ArrayList<>();
        for (String name : names.isEmpty() ? present(library) : names) {
            files.addAll(verify(library, name));
        }
        print(files);
        return files.stream().allMatch(Verified::right) ? ExitStatus.DONE : ExitStatus.FAILED;
    }

    private static List<String> present(DatasetLibrary library) {
        return library.list().stream()
                .map(DatasetInfo::name)
                .filter(name -> library.locate(name).isPresent())
                .toList();
    }

    private static List<Verified> verify(DatasetLibrary library, String name) {
        try {
            return library.verify(name).stream()
                    .map(check -> verified(name, check))
                    .toList();
        } catch (DataException absent) {
            throw new Failure(String.valueOf(absent.getMessage()), absent);
        }
    }

    private static Verified verified(String name, FileCheck check) {
        return new Verified(
                name,
                check.file(),
                check.path().toString(),
                check.problem().isEmpty(),
                check.problem().orElse(""));
    }

    private void print(List<Verified> files) {
        if (json.asked()) {
            terminal.print(JsonText.document(files));
            return;
        }
        Table table = new Table(Column.words(""), Column.words("data set"), Column.words("file"));
        for (Verified file : files) {
            table.row(
                    file.right() ? new Cell("ok", Style.GOOD) : new Cell("wrong", Style.BAD),
                    new Cell(file.dataset(), Style.NAME),
                    Cell.of(file.right() ? file.file() : file.problem()));
        }
        terminal.print(table.lines(terminal.outScreen()));
    }
}
