package org.crease.runlog.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The points of a series: forms that differ, so that colour is not needed to tell series apart. */
enum Symbol {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    FLIPPED_TRIANGLE,
    STAR,
    PENTAGON;

    private static final double RADIUS = 3.6;

    static Symbol of(int index) {
        return values()[Math.floorMod(index, values().length)];
    }

    /** Draws a point; a hollow one where the value lies off the axis. */
    void draw(Graphics2D graphics, double x, double y, Color color, boolean hollow) {
        Shape shape = shape(x, y);
        graphics.setColor(hollow ? Color.WHITE : color);
        graphics.fill(shape);
        graphics.setColor(hollow ? color : Color.WHITE);
        graphics.setStroke(hollow ? Look.SPREAD : Look.THIN);
        graphics.draw(shape);
    }

    private Shape shape(double x, double y) {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            case SQUARE -> new Rectangle2D.Double(x - 0.92 * RADIUS, y - 0.92 * RADIUS, 1.84 * RADIUS, 1.84 * RADIUS);
            case TRIANGLE -> polygon(x, y, 3, 1.25 * RADIUS, -Math.PI / 2);
            case DIAMOND -> polygon(x, y, 4, 1.25 * RADIUS, -Math.PI / 2);
            case FLIPPED_TRIANGLE -> polygon(x, y, 3, 1.25 * RADIUS, Math.PI / 2);
            case STAR -> ring(x, y, 10, 1.5 * RADIUS, 0.7 * RADIUS, -Math.PI / 2);
            case PENTAGON -> polygon(x, y, 5, 1.15 * RADIUS, -Math.PI / 2);
        };
    }

    private static Shape polygon(double x, double y, int corners, double radius, double angle) {
        return ring(x, y, corners, radius, radius, angle);
    }

    /** Corners around a point, turn by turn at one distance and at the other. */
    private static Shape ring(double x, double y, int corners, double far, double near, double angle) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double turn = angle + 2 * Math.PI * i / corners;
            double radius = i % 2 == 0 ? far : near;
            double cornerX = x + radius * Math.cos(turn);
            double cornerY = y + radius * Math.sin(turn);
            if (i == 0) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }
}
