package org.crease.trainer.reproduction;

/**
 * A fact and what became of it.
 *
 * @param claim what should hold, in words
 * @param place where in a row of numbers, such as {@code n = 10}; empty for a fact that is no row
 * @param source where that comes from
 * @param expected the numbers that it asks for
 * @param measured the numbers that were found
 * @param reproduced whether they agree
 */
public record Verdict(
        String claim, String place, String source, String expected, String measured, boolean reproduced) {}
