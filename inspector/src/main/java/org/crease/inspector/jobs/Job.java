package org.crease.inspector.jobs;

import java.util.List;
import java.util.Locale;

/**
 * A replay that was asked for, as it stands.
 *
 * @param id its number
 * @param run name of the run
 * @param state how far it has come
 * @param replay name of the replay; empty before it has begun
 * @param done checkpoints examined
 * @param total checkpoints to examine; 0 before it has begun
 * @param message why it failed; empty when it did not
 * @param failures what could not be examined, a line each
 */
public record Job(
        long id, String run, State state, String replay, long done, long total, String message, List<String> failures) {

    /** How far a job has come. */
    public enum State {
        /** Others are before it. */
        WAITING,
        /** At work. */
        RUNNING,
        /** Done. */
        DONE,
        /** It could not be done. */
        FAILED,
        /** The user did not want it any longer. */
        CANCELLED;

        /** The word on the page. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }

    Job in(State now) {
        return new Job(id, run, now, replay, done, total, message, failures);
    }
}
