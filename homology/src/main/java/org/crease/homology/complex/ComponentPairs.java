package org.crease.homology.complex;

/**
 * Which vertex's component ends with which edge: of two that an edge joins, the one of the later vertex (the elder
 * rule). Nearly linear, where a reduction is not.
 */
final class ComponentPairs {
    private ComponentPairs() {}

    /** Called for each vertex whose component ends, with the edge that ends it. */
    interface Sink {
        void pair(int vertex, int edge);
    }

    static void of(BoundaryMatrix matrix, Sink sink) throws InterruptedException {
        ElderSets components = new ElderSets(matrix.count());
        for (int edge = 0; edge < matrix.count(); edge++) {
            if (edge % 4096 == 0) {
                Interruption.check("joining components");
            }
            if (matrix.dimension(edge) != 1) {
                continue;
            }
            int a = components.root(matrix.row(matrix.begin(edge)));
            int b = components.root(matrix.row(matrix.begin(edge) + 1));
            if (a != b) {
                components.join(Math.max(a, b), Math.min(a, b));
                sink.pair(Math.max(a, b), edge);
            }
        }
    }
}
