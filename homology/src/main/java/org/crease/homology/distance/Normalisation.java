package org.crease.homology.distance;

/** In what unit diagrams are compared: layers of different widths give diagrams of different scales. */
public enum Normalisation {
    /** As they are. */
    NONE,
    /** Each in its own largest finite death; one without a positive finite death stays as it is. */
    MAX_DEATH,
    /** Each in the diameter of the space it belongs to. */
    DIAMETER;

    double unit(Bars bars, double diameter) {
        return switch (this) {
            case NONE -> 1;
            case MAX_DEATH -> bars.lastDeath() > 0 ? bars.lastDeath() : 1;
            case DIAMETER -> positive(diameter);
        };
    }

    private static double positive(double diameter) {
        if (!(diameter > 0) || Double.isInfinite(diameter)) {
            throw new IllegalArgumentException("diameter is " + diameter
                    + "; normalisation by diameter needs a finite positive one for each diagram");
        }
        return diameter;
    }
}
