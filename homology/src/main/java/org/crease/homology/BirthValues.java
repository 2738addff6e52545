package org.crease.homology;

/**
 * The values of cocycles on the simplices of births, each at the death of its class. A class that dies becomes a combination
 * of older ones, by the relation that ended it: on the simplex of its birth, cocycles have from then on the same
 * combination of their values on those of the older ones. So the values of a cocycle are handed on in the order of births, from the
 * 1 on its own to those that became combinations with its class, and from these. Relations are kept as they were made: a
 * cocycle respects all of them up to its death, and a class is in none once it died, so that none need be rewritten by
 * others.
 */
abstract class BirthValues {
    private int youngest = -1; // class that died
    private long bytes;

    static BirthValues over(PrimeField field) {
        return field.modulus() == 2 ? new BitBirthValues() : new ResidueBirthValues(field);
    }

    /** A vector over living classes, not zero, vanishes: its last class dies. */
    final void vanish(SparseVector relation) {
        youngest = Math.max(youngest, relation.last());
        reserve(youngest + 1);
        add(relation);
    }

    /** Memory held, about. */
    final long bytes() {
        return bytes;
    }

    /** So many longs more are held. */
    final void holds(long longs) {
        bytes += Long.BYTES * longs;
    }

    /** Makes room for so many classes. */
    abstract void reserve(int classes);

    /** Notes for each class but the last that it hands on to the last. */
    abstract void add(SparseVector relation);

    /** Hands the values of a class's cocycle on, up to the youngest class that may have any. */
    abstract SparseVector handOn(int of, int youngest);

    /**
     * The values of the cocycle of a class, by class that was born: of a dead one, as it died, of a living one, as it is now.
     * O(classes born from then to the last death, and values that are handed on).
     */
    final SparseVector of(int wanted) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while reading a cocycle");
        }
        return wanted < youngest ? handOn(wanted, youngest) : SparseVector.unit(wanted);
    }
}
