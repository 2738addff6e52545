package org.crease.homology.metric;

/** Points joined when the balls around them touch. */
final class BallSpace implements WeightedSpace, MeasuredCloud {
    private final FiniteMetricSpace space;
    private final double[] weights;
    private final TouchingBalls balls;

    BallSpace(FiniteMetricSpace space, double[] weights, TouchingBalls balls) {
        if (weights.length != space.size()) {
            throw new IllegalArgumentException(
                    weights.length + " weights of " + space.size() + " points; each point has one");
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || isBeyondFloat(2 * weights[i])) {
                throw new IllegalArgumentException("weight of point " + i + " is " + weights[i]
                        + "; it must be infinite or from 0 to " + Float.MAX_VALUE / 2);
            }
        }
        this.space = space;
        this.weights = weights.clone();
        this.balls = balls;
    }

    private static boolean isBeyondFloat(double value) {
        return value > Float.MAX_VALUE && value < Double.POSITIVE_INFINITY;
    }

    @Override
    public int size() {
        return space.size();
    }

    @Override
    public float birth(int point) {
        return (float) (2 * weights[point]);
    }

    @Override
    public float distance(int i, int j) {
        return i == j ? 0 : joined(i, j, space.distance(i, j));
    }

    private float joined(int i, int j, float distance) {
        if (distance == Float.POSITIVE_INFINITY) {
            return distance;
        }
        double diameter = balls.diameter(weights[i], weights[j], distance);
        if (isBeyondFloat(diameter)) {
            throw new IllegalArgumentException("points " + i + " and " + j + " with weights " + weights[i] + " and "
                    + weights[j] + " at distance " + distance + " are joined at " + diameter + "; above "
                    + Float.MAX_VALUE + " it does not fit into float32");
        }
        return (float) diameter;
    }

    @Override
    public WeightedSpace subspace(int... indices) {
        return WeightedSubspace.of(this, indices);
    }

    @Override
    public void fill(float[] lower, Team team) throws InterruptedException {
        DistanceMatrix distances = DistanceMatrix.of(space, team);
        int next = 0;
        for (int i = 1; i < weights.length; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while joining the balls of point " + i);
            }
            for (int j = 0; j < i; j++, next++) {
                lower[next] = joined(i, j, distances.entry(next));
            }
        }
    }
}
