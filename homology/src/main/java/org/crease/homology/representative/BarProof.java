package org.crease.homology.representative;

import java.util.Objects;
import org.crease.homology.metric.FiniteMetricSpace;

/** Checks what a bar says of its representatives, from the distances alone. */
final class BarProof {
    private final FiniteMetricSpace space;
    private final float[] births; // of points; none where all are there from the start
    private final int modulus;
    private final double threshold;
    private final Bar bar;
    private final int dimension;

    BarProof(FiniteMetricSpace space, float[] births, int modulus, double threshold, Bar bar) {
        this.space = space;
        this.births = births;
        this.modulus = modulus;
        this.threshold = threshold;
        this.bar = bar;
        dimension = bar.dimension();
    }

    void check() throws InterruptedException {
        checkForm();
        checkCycle();
        checkCocycle();
        int value = new ChainTable(bar.cocycle()).valueOn(bar.cycle());
        if (value != 1) {
            throw fault("the cocycle's value on the cycle is " + value + "; it must be 1");
        }
        if (!bar.isInfinite()) {
            checkFilling(Objects.requireNonNull(bar.filling()).chain(), Objects.requireNonNull(bar.deathSimplex()));
        }
    }

    private void checkForm() {
        if (!(bar.birth() < bar.death())) {
            throw fault("its length must not be zero");
        }
        if (bar.isInfinite() != (bar.deathSimplex() == null) || bar.isInfinite() != (bar.filling() == null)) {
            throw fault("a finite bar must have a death simplex and a filling, an infinite one neither");
        }
        checkForm(bar.cycle(), "cycle", dimension);
        checkForm(bar.cocycle(), "cocycle", dimension);
        checkSimplex(bar.birthSimplex(), "birth", dimension, bar.birth());
        if (bar.deathSimplex() != null) {
            checkSimplex(bar.deathSimplex(), "death", dimension + 1, bar.death());
        }
    }

    private void checkForm(Chain chain, String name, int of) {
        if (chain.dimension() != of || chain.modulus() != modulus) {
            throw fault("the " + name + " is of dimension " + chain.dimension() + " modulo " + chain.modulus()
                    + "; it must be of dimension " + of + " modulo " + modulus);
        }
        for (int term = 0; term < chain.size(); term++) {
            if (chain.point(term, of) >= space.size()) {
                throw fault("the " + name + " has the simplex " + chain.simplex(term) + "; points are 0 to "
                        + (space.size() - 1));
            }
        }
    }

    private void checkSimplex(Simplex simplex, String name, int of, float scale) {
        int[] points = simplex.points();
        if (simplex.dimension() != of || points[of] >= space.size() || diameter(points) != scale) {
            throw fault("the " + name + " simplex is " + simplex + "; it must have " + (of + 1)
                    + " points of the space and diameter " + scale);
        }
    }

    private void checkCycle() throws InterruptedException {
        Chain cycle = bar.cycle();
        checkDiameters(cycle, "cycle", 0, bar.birth());
        checkBirth(table(cycle, "cycle"), "cycle");
        Chain boundary = dimension == 0 ? null : cycle.boundary();
        if (boundary != null && boundary.size() > 0) {
            throw fault("the cycle is none: its boundary at " + boundary.simplex(0) + " is not zero");
        }
    }

    private void checkFilling(Chain filling, Simplex death) throws InterruptedException {
        checkForm(filling, "filling", dimension + 1);
        checkDiameters(filling, "filling", 0, bar.death());
        if (table(filling, "filling").coefficient(death.points()) == 0) {
            throw fault("the death simplex " + death + " is not in the filling");
        }
        if (!filling.boundary().equals(bar.cycle())) {
            throw fault("the boundary of the filling is not the cycle");
        }
    }

    private void checkCocycle() throws InterruptedException {
        Chain cocycle = bar.cocycle();
        double last = bar.isInfinite() ? threshold : Math.nextDown(bar.death());
        checkDiameters(cocycle, "cocycle", bar.birth(), last);
        checkBirth(table(cocycle, "cocycle"), "cocycle");
        Coboundary coboundary = new Coboundary(cocycle, space.size());
        int[] points = new int[dimension + 1];
        for (int term = 0; term < cocycle.size(); term++) {
            requireUninterrupted();
            ChainTable.copy(cocycle, term, points);
            float diameter = diameter(points);
            int point = coboundary.find(term, other -> {
                float reach = reach(points, other, diameter);
                return reach <= last && reach < Float.POSITIVE_INFINITY;
            });
            if (point >= 0) {
                throw fault("the cocycle is none: its coboundary at " + cocycle.simplex(term) + " with " + point
                        + ", of diameter " + reach(points, point, diameter) + ", is not zero");
            }
        }
    }

    private ChainTable table(Chain chain, String name) {
        ChainTable table = new ChainTable(chain);
        int twice = table.twice();
        if (twice >= 0) {
            throw fault("the " + name + " has the simplex " + chain.simplex(twice) + " twice");
        }
        return table;
    }

    private void checkBirth(ChainTable table, String name) {
        int coefficient = table.coefficient(bar.birthSimplex().points());
        if (coefficient != 1) {
            throw fault("the " + name + " has the coefficient " + coefficient + " at the birth simplex "
                    + bar.birthSimplex() + "; it must be 1");
        }
    }

    private void checkDiameters(Chain chain, String name, double least, double most) throws InterruptedException {
        int[] points = new int[chain.dimension() + 1];
        for (int term = 0; term < chain.size(); term++) {
            requireUninterrupted();
            ChainTable.copy(chain, term, points);
            float diameter = diameter(points);
            if (diameter < least || diameter > most || diameter > threshold || Float.isInfinite(diameter)) {
                throw fault("the " + name + " has the simplex " + chain.simplex(term) + " of diameter " + diameter
                        + "; diameters must be from " + least + " to " + Math.min(most, threshold));
            }
        }
    }

    private float diameter(int[] points) {
        float diameter = births.length > 0 && points.length == 1 ? births[points[0]] : 0;
        for (int a = 1; a < points.length; a++) {
            for (int b = 0; b < a; b++) {
                diameter = Math.max(diameter, space.distance(points[a], points[b]));
            }
        }
        return diameter;
    }

    private float reach(int[] points, int point, float atLeast) {
        float reach = atLeast;
        for (int other : points) {
            reach = Math.max(reach, space.distance(other, point));
        }
        return reach;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException("bar of dimension " + dimension + " from " + bar.birth() + " to "
                + bar.death() + ", born with " + bar.birthSimplex() + ": " + what);
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while verifying a bar");
        }
    }
}
