package org.crease.homology;

/** A computation is expected to go beyond its budget, or has; the message has the figures and says what to change. */
public final class BudgetExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BudgetExceededException(String message) {
        super(message);
    }
}
