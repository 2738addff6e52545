package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crease.homology.PrimeField;

/** The three maps in each degree of the long exact sequence of a pair, as matrices: a row a class, its image in coordinates. */
final class PairMaps {
    private static final int NONE = -1;

    private final FilteredComplex complex;
    private final PrimeField field;
    private final BoundaryMatrix boundaries;
    private final Chains part;
    private final Chains outside;
    private final HomologyBasis ofPart;
    private final HomologyBasis ofWhole;
    private final HomologyBasis ofPair;

    /**
     * The chains on some simplices of the whole.
     *
     * @param simplex by its number here, that in the whole
     * @param number by that in the whole, its number here, or none
     */
    private record Chains(int[] simplex, int[] number) {
        static Chains on(BitSet kept, int size) {
            int[] simplex = kept.stream().toArray();
            int[] number = new int[size];
            for (int cell = 0, next = 0; cell < size; cell++) {
                number[cell] = kept.get(cell) ? next++ : NONE;
            }
            return new Chains(simplex, number);
        }

        FormalSum toWhole(FormalSum chain) {
            int[] simplices = chain.simplices().clone();
            for (int k = 0; k < simplices.length; k++) {
                simplices[k] = simplex[simplices[k]];
            }
            return new FormalSum(simplices, chain.coefficients());
        }

        /** What of a chain of the whole is here. */
        FormalSum from(FormalSum chain) {
            IntStore simplices = new IntStore();
            IntStore coefficients = new IntStore();
            for (int k = 0; k < chain.simplices().length; k++) {
                if (number[chain.simplices()[k]] != NONE) {
                    simplices.add(number[chain.simplices()[k]]);
                    coefficients.add(chain.coefficients()[k]);
                }
            }
            return new FormalSum(simplices.toArray(), coefficients.toArray());
        }
    }

    PairMaps(FilteredComplex complex, FilteredComplex subcomplex, PrimeField field) throws InterruptedException {
        this.complex = complex;
        this.field = field;
        BitSet inside = new BitSet(complex.size());
        for (int k = 0; k < subcomplex.size(); k++) {
            inside.set(Cone.require(complex, subcomplex.vertices(k)));
        }
        BitSet rest = (BitSet) inside.clone();
        rest.flip(0, complex.size());
        part = Chains.on(inside, complex.size());
        outside = Chains.on(rest, complex.size());
        boundaries = BoundaryMatrix.of(complex);
        ofPart = new HomologyBasis(BoundaryMatrix.of(complex, inside), field);
        ofWhole = new HomologyBasis(boundaries, field);
        ofPair = new HomologyBasis(BoundaryMatrix.of(complex, rest), field);
    }

    LongExactSequence sequence() throws InterruptedException {
        List<LongExactSequence.Degree> degrees = new ArrayList<>();
        boolean vanishing = true;
        int[][] below = new int[0][]; // of the inclusion one degree below
        for (int k = 0; k <= complex.dimension(); k++) {
            int[][] inclusion = inclusion(k);
            int[][] projection = projection(k);
            int[][] connecting = connecting(k);
            degrees.add(new LongExactSequence.Degree(
                    k,
                    inclusion.length,
                    projection.length,
                    connecting.length,
                    DenseRank.of(inclusion, field),
                    DenseRank.of(projection, field),
                    DenseRank.of(connecting, field)));
            vanishing &= DenseRank.isZero(inclusion, projection, field);
            vanishing &= DenseRank.isZero(projection, connecting, field);
            vanishing &= k == 0 || DenseRank.isZero(connecting, below, field);
            below = inclusion;
        }
        return new LongExactSequence(field.modulus(), degrees, vanishing);
    }

    private int[][] inclusion(int k) throws InterruptedException {
        List<int[]> rows = new ArrayList<>();
        for (FormalSum cycle : ofPart.cycles(k)) {
            rows.add(ofWhole.coordinates(k, part.toWhole(cycle)));
        }
        return rows.toArray(new int[0][]);
    }

    private int[][] projection(int k) throws InterruptedException {
        List<int[]> rows = new ArrayList<>();
        for (FormalSum cycle : ofWhole.cycles(k)) {
            rows.add(ofPair.coordinates(k, outside.from(cycle)));
        }
        return rows.toArray(new int[0][]);
    }

    private int[][] connecting(int k) throws InterruptedException {
        List<int[]> rows = new ArrayList<>();
        for (FormalSum cycle : ofPair.cycles(k)) {
            rows.add(k == 0 ? new int[0] : ofPart.coordinates(k - 1, part.from(boundary(outside.toWhole(cycle)))));
        }
        return rows.toArray(new int[0][]);
    }

    private FormalSum boundary(FormalSum chain) {
        Accumulator sum = new Accumulator(boundaries.count(), field);
        for (int k = 0; k < chain.simplices().length; k++) {
            int cell = chain.simplices()[k];
            int coefficient = chain.coefficients()[k];
            for (int at = boundaries.begin(cell); at < boundaries.end(cell); at++) {
                sum.add(boundaries.row(at), boundaries.isNegative(at) ? field.negative(coefficient) : coefficient);
            }
        }
        IntStore simplices = new IntStore();
        IntStore coefficients = new IntStore();
        for (int cell = sum.last(); cell >= 0; cell = sum.last()) {
            simplices.add(cell);
            coefficients.add(sum.coefficient(cell));
            sum.remove(cell);
        }
        return new FormalSum(simplices.toArray(), coefficients.toArray());
    }
}
