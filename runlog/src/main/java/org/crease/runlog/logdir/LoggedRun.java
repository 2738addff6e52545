package org.crease.runlog.logdir;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A directory with event files in it: what TensorBoard calls a run.
 *
 * @param name its path below the log directory, with {@code /}; {@code .} for the log directory itself
 * @param path of the directory
 * @param files event files in it
 * @param bytes their sizes together
 * @param modified when the newest of them was last written to
 */
public record LoggedRun(String name, Path path, int files, long bytes, Instant modified) {}
