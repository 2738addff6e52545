package org.crease.trainer.data.source;

import java.util.Arrays;
import java.util.List;

/**
 * The Betti numbers of a shape, dimension by dimension. They depend on the field of coefficients when the shape's homology
 * has torsion, as the Klein bottle's has, of order two.
 *
 * @param overZ2 over the field with two elements
 * @param overOthers over every other field
 */
public record Betti(List<Integer> overZ2, List<Integer> overOthers) {

    public Betti {
        overZ2 = List.copyOf(overZ2);
        overOthers = List.copyOf(overOthers);
    }

    /** Betti numbers that no field changes, from dimension 0 up. */
    public static Betti of(Integer... numbers) {
        return new Betti(Arrays.asList(numbers), Arrays.asList(numbers));
    }

    /** The numbers over the field with {@code prime} elements, from dimension 0 up; zero beyond the end. */
    public List<Integer> over(int prime) {
        return prime == 2 ? overZ2 : overOthers;
    }

    /** The Betti number of a dimension over the field with {@code prime} elements. */
    public int number(int dimension, int prime) {
        List<Integer> numbers = over(prime);
        return dimension < numbers.size() ? numbers.get(dimension) : 0;
    }
}
