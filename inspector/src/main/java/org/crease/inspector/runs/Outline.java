package org.crease.inspector.runs;

import java.util.List;

/**
 * What a probe looked at.
 *
 * @param probe its name
 * @param layers in the order in which they were first found
 * @param scalars of its summaries
 * @param steps all, or some when they are many
 * @param recorded how many steps there are in all
 */
public record Outline(String probe, List<String> layers, List<String> scalars, long[] steps, int recorded) {}
