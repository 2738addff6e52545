package org.crease.app.terminal;

/**
 * A column of a table.
 *
 * @param title its heading
 * @param right true for numbers, which are set to the right
 */
public record Column(String title, boolean right) {

    /** A column of words. */
    public static Column words(String title) {
        return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column numbers(String title) {
        return new Column(title, true);
    }
}
