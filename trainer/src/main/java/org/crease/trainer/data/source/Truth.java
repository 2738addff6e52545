package org.crease.trainer.data.source;

import java.util.List;

/**
 * What theory says of the shape that samples were drawn from, without noise.
 *
 * @param whole Betti numbers of the whole shape
 * @param classes Betti numbers of each class's part, by class; empty when the shape has no classes
 */
public record Truth(Betti whole, List<Betti> classes) {

    public Truth {
        classes = List.copyOf(classes);
    }

    /** A shape without parts. */
    public static Truth of(Betti whole) {
        return new Truth(whole, List.of());
    }
}
