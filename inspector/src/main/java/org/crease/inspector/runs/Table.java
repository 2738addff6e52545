package org.crease.inspector.runs;

import java.util.List;

/**
 * The runs of a directory, or what has changed of them.
 *
 * @param version to ask with next time
 * @param whole whether these are all runs; else those that changed
 * @param complete whether all runs have been looked at; more will follow when not
 * @param rows sorted by name
 * @param gone names of runs that are no longer there; empty when these are all
 * @param problems in words
 */
public record Table(
        long version, boolean whole, boolean complete, List<Row> rows, List<String> gone, List<String> problems) {}
