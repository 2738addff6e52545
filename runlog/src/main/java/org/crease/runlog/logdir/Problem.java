package org.crease.runlog.logdir;

/**
 * Something in a run that could not be read. Its text can be shown on one line.
 *
 * @param file its name in the run's directory
 * @param offset where in the file
 * @param reason in words
 */
public record Problem(String file, long offset, String reason) {}
