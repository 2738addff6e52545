package org.crease.trainer.network;

/**
 * What a network must put out.
 *
 * @param kind classes (softmax) or numbers (identity)
 * @param size number of classes or of numbers
 */
public record Output(Kind kind, int size) {

    /** What a network's outputs stand for. */
    public enum Kind {
        CLASSES,
        NUMBERS
    }
}
