package org.crease.app.homology.output;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that points have in the user's file.
 *
 * @param numbers of those that were computed with, ascending; null where these are all
 */
public record NamedPoints(int @Nullable [] numbers) {

    int of(int point) {
        return numbers == null ? point : numbers[point];
    }

    int[] of(Simplex simplex) {
        return Arrays.stream(simplex.points()).map(this::of).toArray();
    }

    int[] of(Chain chain, int term) {
        return IntStream.rangeClosed(0, chain.dimension())
                .map(place -> of(chain.point(term, place)))
                .toArray();
    }

    /** The simplex of a term, such as {@code [0,3,5]}. */
    void append(StringBuilder text, Chain chain, int term) {
        for (int place = 0; place <= chain.dimension(); place++) {
            text.append(place == 0 ? '[' : ',').append(of(chain.point(term, place)));
        }
        text.append(']');
    }

    /** Such as {@code [0,3,5]}. */
    static String text(int[] points) {
        return Arrays.stream(points).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
