package org.crease.runlog.events;

/** How a run ended, as TensorBoard's hyperparameter plugin numbers it. A run that goes on, or can, has no status yet. */
public enum SessionStatus {
    SUCCESS(1),
    FAILURE(2);

    private final int number;

    SessionStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
