package org.crease.inspector.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where runs lie: directories by the name that the page knows them by. */
interface Shelf {

    /** Names of the runs that are there now. */
    List<String> names();

    /** The directory that a name stands for, whether or not it is still there. */
    Optional<Path> path(String name);
}
