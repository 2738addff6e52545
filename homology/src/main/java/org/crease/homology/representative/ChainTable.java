package org.crease.homology.representative;

/** A chain whose coefficients can be looked up by points. */
final class ChainTable {
    private final Chain chain;
    private final SimplexTable terms;
    private int twice = -1;

    ChainTable(Chain chain) {
        this.chain = chain;
        terms = new SimplexTable(chain.dimension());
        int[] points = new int[chain.dimension() + 1];
        for (int term = 0; term < chain.size(); term++) {
            copy(chain, term, points);
            if (twice < 0 && terms.add(points) != term) {
                twice = term;
            }
        }
    }

    /** A term whose simplex was there before, or -1. */
    int twice() {
        return twice;
    }

    static void copy(Chain chain, int term, int[] points) {
        for (int place = 0; place < points.length; place++) {
            points[place] = chain.point(term, place);
        }
    }

    /** The coefficient of a simplex, its points ascending; 0 when it is not in the chain. */
    int coefficient(int[] points) {
        int term = terms.find(points);
        return term == SimplexTable.ABSENT ? 0 : chain.coefficient(term);
    }

    /** The value on another chain of the same dimension, this one taken as a cochain. */
    int valueOn(Chain other) {
        long sum = 0;
        int[] points = new int[chain.dimension() + 1];
        for (int term = 0; term < other.size(); term++) {
            copy(other, term, points);
            sum = (sum + (long) coefficient(points) * other.coefficient(term)) % chain.modulus();
        }
        return (int) sum;
    }

    /** The boundary of a chain of dimension 1 or above. */
    static Chain boundary(Chain chain) {
        int size = chain.dimension() + 1;
        SimplexTable facets = new SimplexTable(chain.dimension() - 1);
        long[] sums = new long[size * chain.size()];
        int[][] simplices = new int[size * chain.size()][];
        int[] points = new int[size];
        for (int term = 0; term < chain.size(); term++) {
            copy(chain, term, points);
            for (int left = 0; left < size; left++) {
                int[] facet = new int[size - 1];
                System.arraycopy(points, 0, facet, 0, left);
                System.arraycopy(points, left + 1, facet, left, size - 1 - left);
                int number = facets.add(facet);
                simplices[number] = facet;
                sums[number] += left % 2 == 0 ? chain.coefficient(term) : -chain.coefficient(term);
            }
        }
        Chain.Builder boundary = new Chain.Builder(chain.dimension() - 1, chain.modulus());
        for (int number = 0; number < facets.size(); number++) {
            if (sums[number] % chain.modulus() != 0) {
                boundary.add((int) (sums[number] % chain.modulus()), simplices[number]);
            }
        }
        return boundary.build();
    }
}
