package org.crease.runlog.picture;

import java.awt.Color;

/** Colours that stay apart for colour-blind eyes and in grey: Okabe and Ito, "Color Universal Design" (2008). */
public final class Palette {
    static final Color PAPER = Color.WHITE;
    static final Color INK = new Color(0x33, 0x33, 0x33);
    static final Color FAINT = new Color(0xDD, 0xDD, 0xDD);

    private static final Color[] SERIES = {
        new Color(0xD5, 0x5E, 0x00),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0x00, 0x72, 0xB2),
        new Color(0x00, 0x9E, 0x73),
        new Color(0xCC, 0x79, 0xA7),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0x00, 0x00, 0x00),
    };

    private Palette() {}

    /** The colour of a series; the same again after seven. */
    public static Color series(int index) {
        return SERIES[Math.floorMod(index, SERIES.length)];
    }
}
