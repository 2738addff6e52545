package org.crease.homology;

/**
 * How simplices of one dimension go out by the boundaries of cofacets of equal diameter with which they are paired. Of each
 * simplex, by number, that is looked for once: reductions meet the same ones again and again.
 */
final class Descents {
    static final int NONE = -1;

    private static final int UNKNOWN = -2;

    private final PairedSimplices pairs;
    private final Facets facets;
    private final SimplexNumbers simplices = new SimplexNumbers();
    private final SimplexNumbers cofacets = new SimplexNumbers();
    private final IntList diameters = new IntList(); // by number of a simplex
    private final IntList partners = new IntList(); // numbers of cofacets, NONE or UNKNOWN
    private final IntList signs = new IntList(); // 1 where the simplex has the coefficient -1 in the cofacet's boundary
    private final IntList firsts = new IntList(); // place in the list
    private final IntList others = new IntList(); // facets of cofacets, complemented where the coefficient is -1

    Descents(PairedSimplices pairs, Facets facets) {
        this.pairs = pairs;
        this.facets = facets;
    }

    SimplexNumbers simplices() {
        return simplices;
    }

    SimplexNumbers cofacets() {
        return cofacets;
    }

    /** The number of a simplex of a diameter. */
    int number(long simplex, int diameter) {
        int number = simplices.of(simplex);
        if (number == diameters.size()) {
            add(diameter);
        }
        return number;
    }

    /** The number of the facet at hand. */
    int number(Facets of) {
        int number = simplices.of(of.facet());
        if (number == diameters.size()) {
            add(of.diameter());
        }
        return number;
    }

    private void add(int diameter) {
        diameters.add(diameter);
        partners.add(UNKNOWN);
        signs.add(0);
        firsts.add(NONE);
    }

    int diameter(int number) {
        return diameters.get(number);
    }

    /** The number of the cofacet by which a simplex goes out, or {@link #NONE}. */
    int cofacet(int number) {
        if (partners.get(number) == UNKNOWN) {
            long simplex = simplices.simplex(number);
            long cofacet = pairs.cofacet(simplex, diameters.get(number));
            partners.set(number, cofacet == PairedSimplices.NONE ? NONE : cofacets.of(cofacet));
            if (cofacet != PairedSimplices.NONE) {
                firsts.set(number, others.size());
                addOthers(number, cofacet);
            }
        }
        return partners.get(number);
    }

    private void addOthers(int number, long cofacet) {
        facets.of(cofacet);
        while (facets.next()) {
            int other = number(facets);
            if (other == number) {
                signs.set(number, facets.isNegative() ? 1 : 0);
            } else {
                others.add(facets.isNegative() ? ~other : other);
            }
        }
    }

    /** Whether the coefficient of a simplex that goes out is -1 in the boundary of its cofacet. */
    boolean isNegative(int number) {
        return signs.get(number) != 0;
    }

    /** The place of the first other facet of the cofacet by which a simplex goes out. */
    int first(int number) {
        return firsts.get(number);
    }

    /** The number of a facet at a place, complemented where its coefficient in the cofacet's boundary is -1. */
    int facet(int place) {
        return others.get(place);
    }
}
