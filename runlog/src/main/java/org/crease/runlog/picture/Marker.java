package org.crease.runlog.picture;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Shapes of points, so that series can be told apart without colour. */
enum Marker {
    DISC,
    TRIANGLE,
    SQUARE,
    DIAMOND;

    static Marker of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    void fill(Graphics2D graphics, double x, double y, double radius) {
        switch (this) {
            case DISC -> graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            case SQUARE ->
                graphics.fill(new Rectangle2D.Double(x - 0.85 * radius, y - 0.85 * radius, 1.7 * radius, 1.7 * radius));
            case TRIANGLE -> graphics.fill(polygon(x, y, 1.2 * radius, 3, -Math.PI / 2));
            case DIAMOND -> graphics.fill(polygon(x, y, 1.25 * radius, 4, 0));
        }
    }

    private static Path2D polygon(double x, double y, double radius, int corners, double start) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = start + 2 * Math.PI * i / corners;
            double px = x + radius * Math.cos(angle);
            double py = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
