package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.PrimeField;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Persistent homology of explicit {@linkplain FilteredComplex filtered simplicial complexes} in all their dimensions,
 * over any field of prime order.
 *
 * <p>Components come from union-find, the rest from persistent cohomology with clearing. Cubic in the number of
 * simplices at worst, close to linear as a rule; beside the complex some 8 bytes for each pair of a simplex and its
 * facet, and 40 a simplex. Where the complex is that of Vietoris and Rips, {@link org.crease.homology.VietorisRips} is
 * faster by far.
 *
 * <p>V. de Silva, D. Morozov, M. Vejdemo-Johansson, <i>Dualities in persistent (co)homology</i>, Inverse Problems 27, 2011.
 */
public final class SimplicialHomology {
    private final PrimeField field;

    private SimplicialHomology(PrimeField field) {
        this.field = field;
    }

    /**
     * With coefficients in the integers modulo a prime.
     *
     * @param prime below 65 521
     * @throws IllegalArgumentException when it is not
     */
    public static SimplicialHomology over(int prime) {
        return new SimplicialHomology(PrimeField.of(prime));
    }

    /**
     * The diagrams of dimension 0 to that of the complex; none of a complex without simplices.
     *
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams(FilteredComplex complex) throws InterruptedException {
        List<PersistenceDiagram.Builder> bars = builders(complex.dimension());
        for (SimplexPair pair : pairs(complex)) {
            addBar(bars, complex, pair);
        }
        return diagrams(complex, bars);
    }

    /**
     * The bars longer than zero, of all dimensions, with the simplices that begin and end them; in the order of their
     * births.
     *
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public List<SimplexPair> pairs(FilteredComplex complex) throws InterruptedException {
        return new SimplexPairs(complex, field).pairs();
    }

    /**
     * The bars of a dimension that are longer than zero, with a cycle each; in the order of their births.
     *
     * @param dimension from 0 to that of the complex
     * @throws IllegalArgumentException when it is not
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public List<RepresentativeCycle> cycles(FilteredComplex complex, int dimension) throws InterruptedException {
        if (dimension < 0 || dimension > complex.dimension()) {
            throw new IllegalArgumentException("homology dimension is " + dimension + "; it must be from 0 to "
                    + complex.dimension() + ", the dimension of the complex");
        }
        return new SimplexPairs(complex, field).cycles(dimension);
    }

    /**
     * The diagrams of the homology of a complex relative to a part of it, both growing: at value t that of the pair
     * (K_t, L_t). They are the reduced homology of K with a cone over L, whose apex is there from the start and whose other
     * simplices enter with those of L (A. Hatcher, <i>Algebraic Topology</i>, 2002, section 2.1, after example 2.22).
     *
     * @param complex K
     * @param part L: simplices of K, each entering with it or later. One without simplices gives the homology of K
     * @return diagrams of dimension 0 to that of K
     * @throws IllegalArgumentException when a simplex of L is missing in K or enters later there
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams(FilteredComplex complex, FilteredComplex part) throws InterruptedException {
        FilteredComplex coned = Cone.over(complex, part);
        List<PersistenceDiagram.Builder> bars = builders(complex.dimension());
        for (SimplexPair pair : pairs(coned)) {
            if (pair.birth() > 0) { // the apex is simplex 0
                addBar(bars, coned, pair);
            }
        }
        return diagrams(coned, bars);
    }

    /**
     * The Betti numbers of a whole complex, from dimension 0 to its own.
     *
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public int[] bettiNumbers(FilteredComplex complex) throws InterruptedException {
        int[] numbers = new int[complex.dimension() + 1];
        for (SimplexPair pair : pairs(complex)) {
            numbers[pair.dimension()] += pair.death() == SimplexPair.NEVER ? 1 : 0;
        }
        return numbers;
    }

    /**
     * The long exact sequence of a pair of complexes, whenever their simplices enter: the dimensions of the homology of both
     * and of one relative to the other, and the ranks of the maps between them. Classes are given cycles, these are sent
     * on as chains, and the images written in the classes of where they arrive; so exactness is found, not presumed. Three
     * reductions of boundary matrices, and one more reduced column for each class.
     *
     * @param complex the whole
     * @param part simplices of the whole; without any, relative homology is that of the whole
     * @return degrees 0 to the dimension of the whole
     * @throws IllegalArgumentException when a simplex of the part is not in the whole
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public LongExactSequence longExactSequence(FilteredComplex complex, FilteredComplex part)
            throws InterruptedException {
        return new PairMaps(complex, part, field).sequence();
    }

    private static List<PersistenceDiagram.Builder> builders(int dimension) {
        List<PersistenceDiagram.Builder> builders = new ArrayList<>();
        for (int k = 0; k <= dimension; k++) {
            builders.add(new PersistenceDiagram.Builder(k));
        }
        return builders;
    }

    private static void addBar(List<PersistenceDiagram.Builder> bars, FilteredComplex complex, SimplexPair pair) {
        double death = pair.death() == SimplexPair.NEVER ? Double.POSITIVE_INFINITY : complex.value(pair.death());
        bars.get(pair.dimension()).add(complex.value(pair.birth()), death);
    }

    private Diagrams diagrams(FilteredComplex complex, List<PersistenceDiagram.Builder> bars) {
        double last = complex.size() == 0 ? 0 : complex.value(complex.size() - 1);
        return new Diagrams(
                field.modulus(),
                last,
                true,
                bars.stream().map(PersistenceDiagram.Builder::build).toList());
    }
}
