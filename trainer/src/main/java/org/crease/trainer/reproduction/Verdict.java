package org.crease.trainer.reproduction;

/**
 * A fact and what became of it.
 *
 * @param claim what should hold, in words
 * @param source where that comes from
 * @param expected the numbers that it asks for
 * @param measured the numbers that were found
 * @param reproduced whether they agree
 */
public record Verdict(String claim, String source, String expected, String measured, boolean reproduced) {}
