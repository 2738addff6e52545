package org.crease.runlog.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.crease.runlog.picture.Palette;

/** Sizes, colours and strokes of charts. */
final class Look {
    static final Color INK = new Color(0x26, 0x26, 0x26);
    static final Color SOFT = new Color(0x59, 0x59, 0x59);
    static final Color GRID = new Color(0xE6, 0xE6, 0xE6);
    static final Color FRAME = new Color(0x8C, 0x8C, 0x8C);
    static final Color SHADE = new Color(0x56, 0xB4, 0xE9, 0x38);

    static final Font TITLE = Fonts.bold(15);
    static final Font SUBTITLE = Fonts.plain(11.5f);
    static final Font AXIS = Fonts.plain(13);
    static final Font TICK = Fonts.plain(11.5f);
    static final Font LEGEND = Fonts.plain(12);

    static final BasicStroke THIN = new BasicStroke(1);
    static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final BasicStroke SPREAD = new BasicStroke(1.2f);
    static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {6, 4}, 0);

    /** Blue first, then the order in which neighbours differ most. */
    private static final int[] ORDER = {2, 0, 3, 4, 1, 5, 6};

    private Look() {}

    static Color series(int index) {
        return Palette.series(ORDER[Math.floorMod(index, ORDER.length)]);
    }

    static Color pale(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), 0x33);
    }
}
