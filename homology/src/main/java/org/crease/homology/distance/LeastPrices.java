package org.crease.homology.distance;

/** Prices of items that are all alike but for them: the two lowest at once, by a tournament. */
final class LeastPrices {
    private final int leaves;
    private final int size;
    private final double[] prices; // of a subtree the least; items are the last level

    /** Some items, at least one, at price 0. */
    LeastPrices(int size) {
        this.size = size;
        leaves = Math.max(2, Integer.highestOneBit(2 * size - 1));
        prices = new double[2 * leaves];
        for (int k = leaves + size; k < prices.length; k++) {
            prices[k] = Double.POSITIVE_INFINITY;
        }
        for (int k = leaves - 1; k > 0; k--) {
            prices[k] = Math.min(prices[2 * k], prices[2 * k + 1]);
        }
    }

    double price(int item) {
        return prices[leaves + item];
    }

    void raise(int item, double price) {
        int at = leaves + item;
        prices[at] = price;
        for (at >>= 1; at > 0; at >>= 1) {
            prices[at] = Math.min(prices[2 * at], prices[2 * at + 1]);
        }
    }

    /** An item of the lowest price. */
    int best() {
        int at = 1;
        while (at < leaves) {
            at = prices[2 * at] <= prices[2 * at + 1] ? 2 * at : 2 * at + 1;
        }
        return at - leaves;
    }

    double first() {
        return prices[1];
    }

    /** The lowest price of the others; infinite when there are none. */
    double second() {
        double second = Double.POSITIVE_INFINITY;
        for (int at = leaves + best(); at > 1; at >>= 1) {
            second = Math.min(second, prices[at ^ 1]);
        }
        return second;
    }

    double sum() {
        double sum = 0;
        for (int item = 0; item < size; item++) {
            sum += price(item);
        }
        return sum;
    }
}
