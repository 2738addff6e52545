package org.crease.runlog.compare;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.crease.probes.NamePattern;

/**
 * What of two groups is compared. It also is the family of tests that p is corrected for, so it is best chosen beforehand.
 *
 * @param layers patterns; none for all
 * @param probes patterns; none for all
 * @param measures patterns; none for all
 * @param last only the last moment that all runs have
 */
public record Selection(List<NamePattern> layers, List<NamePattern> probes, List<NamePattern> measures, boolean last) {

    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), List.of(), List.of(), false);

    public Selection {
        layers = List.copyOf(layers);
        probes = List.copyOf(probes);
        measures = List.copyOf(measures);
    }

    /**
     * Those that are chosen, in their order.
     *
     * @throws IllegalArgumentException when a pattern fits nothing
     */
    List<Quantity> of(Collection<Quantity> quantities) {
        return quantities.stream()
                .filter(chosen("layer", layers, quantities, Quantity::layer))
                .filter(chosen("probe", probes, quantities, Quantity::probe))
                .filter(chosen("measure", measures, quantities, Quantity::measure))
                .toList();
    }

    private static Predicate<Quantity> chosen(
            String kind, List<NamePattern> patterns, Collection<Quantity> quantities, Function<Quantity, String> part) {
        List<String> names = quantities.stream().map(part).distinct().toList();
        for (NamePattern pattern : patterns) {
            if (names.stream().noneMatch(pattern::matches)) {
                throw new IllegalArgumentException(kind + " '" + pattern.text()
                        + "' fits nothing that all runs have; there are " + String.join(", ", names));
            }
        }
        return quantity ->
                patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(part.apply(quantity)));
    }
}
