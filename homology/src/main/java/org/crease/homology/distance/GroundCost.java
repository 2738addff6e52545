package org.crease.homology.distance;

/**
 * What it costs to move a bar: its distance in the inner norm, to the power of the order.
 *
 * @param order from 1
 * @param norm of the plane, from 1 to infinity
 */
record GroundCost(double order, double norm) {

    /** The cost of moving birth and death by so much. Grows with the size of either. */
    double of(double birth, double death) {
        double x = Math.abs(birth);
        double y = Math.abs(death);
        if (norm == Double.POSITIVE_INFINITY) {
            return power(Math.max(x, y));
        }
        if (norm == 2) {
            double square = x * x + y * y;
            return order == 2 ? square : power(Math.sqrt(square));
        }
        return power(norm == 1 ? x + y : Math.pow(Math.pow(x, norm) + Math.pow(y, norm), 1 / norm));
    }

    /** The cost of matching one bar with another. */
    double between(Bars a, int bar, Bars b, int other) {
        return of(a.births()[bar] - b.births()[other], a.deaths()[bar] - b.deaths()[other]);
    }

    /** The costs of moving each bar to the nearest point of the diagonal, (length · 2^(1/norm − 1))^order. */
    double[] ofLosing(Bars bars) {
        double share = Math.pow(2, 1 / norm - 1);
        double[] costs = new double[bars.size()];
        for (int k = 0; k < costs.length; k++) {
            costs[k] = power((bars.deaths()[k] - bars.births()[k]) * share);
        }
        return costs;
    }

    /** The cost of infinite bars matched in order of birth. */
    double ofInfinite(Bars a, Bars b) {
        return a.infiniteShifts(b).map(this::power).sum();
    }

    /** The distance that a total cost stands for. */
    double root(double cost) {
        if (order == 1) {
            return cost;
        }
        return order == 2 ? Math.sqrt(cost) : Math.pow(cost, 1 / order);
    }

    private double power(double length) {
        if (order == 1) {
            return length;
        }
        return order == 2 ? length * length : Math.pow(length, order);
    }
}
