package org.crease.app.terminal;

/** The few looks that text has here. */
public enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    DOUBTFUL("33"),
    BAD("31"),
    NAME("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this look where the screen has colours, unchanged elsewhere. */
    public String on(Screen screen, String text) {
        if (!screen.colour() || code.isEmpty() || text.isEmpty()) {
            return text;
        }
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
