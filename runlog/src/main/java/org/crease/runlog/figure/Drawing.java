package org.crease.runlog.figure;

import java.awt.Graphics2D;

/** Something that can be drawn, on a sheet of its own size, by any {@link Graphics2D}. Drawing twice gives the same. */
public interface Drawing {

    /** Width of the sheet, in pixels of the drawing's own, at least 1. */
    int width();

    /** Height of the sheet, in pixels of the drawing's own, at least 1. */
    int height();

    /** Draws on a sheet that is blank and white, its corner at (0, 0). May change the state of {@code graphics}. */
    void draw(Graphics2D graphics);
}
