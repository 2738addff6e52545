package org.crease.trainer.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where ND4J computes, and why.
 *
 * @param card the graphics card; null for the CPU
 * @param reason as a part of a sentence
 * @param open whether this build could also compute elsewhere, so that the choice is news
 */
public record DeviceChoice(@Nullable Card card, String reason, boolean open) {
    static final String CPU = "cpu";
    private static final String CUDA = "cuda: ";
    private static final String CHANGE = "; from step ";

    boolean cuda() {
        return card != null;
    }

    /** For a run's manifest: {@code cpu}, or {@code cuda: } and the card. */
    public String recorded() {
        return card == null ? CPU : CUDA + card.words();
    }

    /** The same for people, with the reason. */
    public String words() {
        return card == null ? "computing on the CPU: " + reason : "computing on " + card.words() + ": " + reason;
    }

    /** What the card has to do with a failure, as a part of a sentence; empty where it has nothing to do with it. */
    public Optional<String> failure(Throwable thrown) {
        Card present = card;
        return present == null ? Optional.empty() : CardFailure.of(thrown).map(failure -> failure.on(present));
    }

    /** What is to be said when this is not what a run was on; empty where it is. */
    public Optional<String> departure(String recorded) {
        return continues(recorded)
                ? Optional.empty()
                : Optional.of("the run was on " + last(recorded) + ", this is " + words()
                        + "; numbers differ in their last bits");
    }

    /** Whether a manifest's device is, or ended as, a card. */
    static boolean endedOnCuda(String recorded) {
        return last(recorded).startsWith(CUDA);
    }

    /** Whether a run that was recorded on a device goes on as if nothing had happened: the same device gives the same bits. */
    boolean continues(String recorded) {
        return last(recorded).equals(recorded());
    }

    /** What a manifest is to say of a run that goes on here from this step. */
    public String after(String recorded, long step) {
        return continues(recorded) ? recorded : recorded + CHANGE + step + " " + recorded();
    }

    private static String last(String recorded) {
        int change = recorded.lastIndexOf(CHANGE);
        return change < 0 ? recorded : recorded.substring(recorded.indexOf(' ', change + CHANGE.length()) + 1);
    }
}
