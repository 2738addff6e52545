package org.crease.app.terminal;

import org.crease.runlog.storage.Printable;

/** One cell of a table: text (made printable) and its look. */
public record Cell(String text, Style style) {

    public Cell {
        text = Printable.of(text);
    }

    /** A cell in the usual look. */
    public static Cell of(String text) {
        return new Cell(text, Style.PLAIN);
    }

    int width() {
        return text.codePointCount(0, text.length());
    }
}
