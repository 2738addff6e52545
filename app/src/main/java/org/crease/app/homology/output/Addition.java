package org.crease.app.homology.output;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.crease.app.terminal.Screen;
import org.crease.probes.Array;

/** What a result says beside its diagrams, in each form that it may have. */
public interface Addition {

    /** What stands above the bars. */
    default List<String> heading() {
        return List.of();
    }

    /** Prints what stands below the bars, where a program may read it. */
    default void print(PrintStream out) {}

    /** What stands below the bars on a terminal. */
    default List<String> summary(Screen screen) {
        return List.of();
    }

    /** Members of a JSON object, {@code "key":value} with commas between, behind those of the diagrams. */
    String json();

    /** Arrays beside those of the diagrams, by name. */
    default Map<String, Array> arrays() {
        return Map.of();
    }
}
