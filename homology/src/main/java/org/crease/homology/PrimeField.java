package org.crease.homology;

/** The integers modulo a prime, as residues from 0 to p - 1. Inverses are a table of p ints. */
public final class PrimeField {
    /** Primes are below this, so that a product fits a long and a residue a char. */
    public static final int BOUND = 65_521;

    /** What {@link #residue} takes is below this. */
    static final long MOST = 1L << 62;

    private final int modulus;
    private final long reciprocal; // times 2^63, rounded down
    private final int[] inverses;

    private PrimeField(int modulus) {
        this.modulus = modulus;
        this.reciprocal = Long.divideUnsigned(1L << 63, modulus);
        this.inverses = new int[modulus];
        inverses[1] = 1;
        for (int a = 2; a < modulus; a++) {
            // modulus = (modulus / a) a + modulus % a, hence 1 / a = -(modulus / a) / (modulus % a)
            inverses[a] = negative(times(modulus / a, inverses[modulus % a]));
        }
    }

    /**
     * The field of this many elements.
     *
     * @throws IllegalArgumentException when it is no prime or not below {@link #BOUND}
     */
    public static PrimeField of(int modulus) {
        if (modulus < 2 || modulus >= BOUND || !isPrime(modulus)) {
            throw new IllegalArgumentException(
                    "field of coefficients has " + modulus + " elements; it must be a prime below " + BOUND);
        }
        return new PrimeField(modulus);
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    /** Number of elements, the prime. */
    public int modulus() {
        return modulus;
    }

    /** The sum of two residues. */
    public int plus(int a, int b) {
        int sum = a + b;
        return sum >= modulus ? sum - modulus : sum;
    }

    /** The residue that added to this one gives 0. */
    public int negative(int a) {
        return a == 0 ? 0 : modulus - a;
    }

    /** The product of two residues. */
    public int times(int a, int b) {
        return modulus == 2 ? a & b : (int) ((long) a * b % modulus);
    }

    /** The residue of a number from 0 to below {@link #MOST}. After P. Barrett, CRYPTO 1986. */
    int residue(long number) {
        // the quotient by the reciprocal is right or 1 too small, as number / 2^63 < 1; no branches, which nobody could
        // foretell
        long rest = number - Math.multiplyHigh(2 * number, reciprocal) * modulus - modulus;
        return (int) (rest + (modulus & rest >> (Long.SIZE - 1)));
    }

    /** The inverse of an element other than zero. */
    public int inverse(int a) {
        return inverses[a];
    }
}
