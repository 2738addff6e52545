package org.crease.homology.metric;

/** When two growing balls touch, as a diameter: twice the least time at which both are there and their radii span a distance. */
enum TouchingBalls {
    /** Radius t - w. */
    LINEAR {
        @Override
        double touch(double a, double b, double distance) {
            return a + b + distance;
        }
    },
    /** Radius sqrt(t² - w²). */
    EUCLIDEAN {
        @Override
        double touch(double a, double b, double distance) {
            double high = Math.max(a, b);
            double low = Math.min(a, b);
            if (distance * distance <= (high - low) * (high + low)) {
                return 2 * high;
            }
            return Math.hypot(high + low, distance) * (Math.hypot(high - low, distance) / distance);
        }
    },
    /** Radius t once t reaches w. */
    MAXIMUM {
        @Override
        double touch(double a, double b, double distance) {
            return distance;
        }
    };

    static TouchingBalls of(double p) {
        if (p == 1) {
            return LINEAR;
        } else if (p == 2) {
            return EUCLIDEAN;
        } else if (p == Double.POSITIVE_INFINITY) {
            return MAXIMUM;
        }
        throw new IllegalArgumentException(
                "balls of a weighted filtration grow with p = " + p + "; p is 1, 2 or infinity");
    }

    /** A candidate for the diameter; too small where one ball comes when it is in the other already. */
    abstract double touch(double a, double b, double distance);

    /** The diameter for balls of these weights at finite distance; infinite where a weight is. */
    double diameter(double a, double b, double distance) {
        if (a + b == Double.POSITIVE_INFINITY) {
            return a + b;
        }
        return Math.max(2 * Math.max(a, b), touch(a, b, distance));
    }
}
