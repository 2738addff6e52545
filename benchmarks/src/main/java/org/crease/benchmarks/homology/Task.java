package org.crease.benchmarks.homology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.crease.app.homology.input.Format;
import org.jspecify.annotations.Nullable;

/**
 * A computation that every contender does.
 *
 * @param set name of the points or distances
 * @param dimension the highest
 * @param threshold infinite for the enclosing radius
 * @param source makes the set; null where it was published and cannot be made
 */
record Task(
        String set,
        int dimension,
        float threshold,
        @Nullable Source source) {

    /** Makes a set and writes it to a file. */
    interface Source {
        Data write(Path file) throws IOException;
    }

    String name() {
        return set + " d" + dimension;
    }

    /** The set, from the folder of published ones where it is there; none when it can neither be had nor made. */
    Optional<Data> data(@Nullable Path published, Path folder) throws IOException {
        Path file = folder.resolve(set + ".txt");
        if (published != null && Files.exists(published.resolve(set + ".lower.f32"))) {
            return Optional.of(Data.binary(file, published.resolve(set + ".lower.f32")));
        } else if (published != null && Files.exists(published.resolve(set + ".pts.txt"))) {
            return Optional.of(new Data(published.resolve(set + ".pts.txt"), Format.POINT_CLOUD));
        }
        return source == null ? Optional.empty() : Optional.of(source.write(file));
    }
}
