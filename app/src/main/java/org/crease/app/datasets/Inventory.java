package org.crease.app.datasets;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.crease.app.terminal.Cell;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.JsonText;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Table;
import org.crease.app.terminal.Terminal;
import org.crease.trainer.data.library.DatasetFile;
import org.crease.trainer.data.library.DatasetInfo;
import org.crease.trainer.data.library.DatasetLibrary;

/**
 * The data sets of a library and where they are.
 *
 * @param datasets in the manifest's order
 */
record Inventory(List<Entry> datasets) {

    /**
     * One data set.
     *
     * @param bytes size of its files when not compressed
     * @param folder where its files are, if they are
     */
    record Entry(
            String name,
            String title,
            String about,
            String licence,
            List<Integer> shape,
            int classes,
            long bytes,
            Optional<String> folder) {}

    static Inventory of(DatasetLibrary library) {
        return new Inventory(library.list().stream()
                .map(info -> entry(info, library.locate(info.name())))
                .toList());
    }

    void print(Terminal terminal, boolean json) {
        if (json) {
            terminal.print(JsonText.document(this));
            return;
        }
        Table table = new Table(
                Column.words("name"), Column.words("input"), Column.numbers("size"), Column.words("where it is"));
        for (Entry entry : datasets) {
            table.row(
                    new Cell(entry.name(), Style.NAME),
                    Cell.of(shape(entry.shape())),
                    Cell.of(Numbers.bytes(entry.bytes())),
                    entry.folder()
                            .map(Cell::of)
                            .orElse(new Cell("not here: crease datasets fetch " + entry.name(), Style.FAINT)));
        }
        terminal.print(table.lines(terminal.outScreen()));
    }

    private static Entry entry(DatasetInfo info, Optional<Path> folder) {
        long bytes = info.files().stream().mapToLong(DatasetFile::bytes).sum();
        return new Entry(
                info.name(),
                info.title(),
                info.about(),
                info.licence(),
                info.shape(),
                info.classes().size(),
                bytes,
                folder.map(Path::toString));
    }

    private static String shape(List<Integer> shape) {
        return String.join("x", shape.stream().map(String::valueOf).toList());
    }
}
