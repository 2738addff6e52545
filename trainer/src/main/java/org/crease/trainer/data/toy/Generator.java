package org.crease.trainer.data.toy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Truth;
import org.jspecify.annotations.Nullable;

/** Draws points of one shape. The points depend on the stream and on their number alone. */
interface Generator {

    /** Number of coordinates of a point. */
    int dimensions();

    /** Names of the shape's parts, which are its classes; empty when it has none. */
    default List<String> parts() {
        return List.of();
    }

    /** The Betti numbers, where theory gives them. */
    @Nullable
    Truth truth();

    /** Draws so many points into the cloud. */
    void draw(int points, SplittableRandom random, Cloud cloud);
}
