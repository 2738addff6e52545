package org.crease.trainer.device;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A failure that comes from the graphics card rather than from what was computed on it. ND4J tells of one by the text of the
 * exception alone: these are the words in its CUDA library and in CUDA's own list of errors (2 is {@code
 * cudaErrorMemoryAllocation}).
 *
 * @param memory whether the card's memory is used up
 * @param text what ND4J said
 */
record CardFailure(boolean memory, String text) {
    private static final int DEEPEST = 20;
    private static final Pattern MEMORY = Pattern.compile(
            "out of memory|(fail(ed|ure)?|can't|cannot|unable)[^.;]{0,40} allocat|allocation[^.;]{0,20} failed"
                    + "|error code:? \\[2\\]|cudaErrorMemoryAllocation|CUDNN_STATUS_ALLOC_FAILED|CUBLAS_STATUS_ALLOC_FAILED",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CARD =
            Pattern.compile("\\b(CUDA|cuda) (error|stream|failed)|\\bcu(da|blas|solver)[A-Z]|\\bCU(BLAS|SOLVER)_"
                    + "|[Ee]rror code:? \\[[0-9]|no kernel image");
    private static final String HOST = "[HOST]";

    static Optional<CardFailure> of(Throwable failure) {
        Optional<CardFailure> other = Optional.empty();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String message = String.valueOf(cause.getMessage());
            if (ofCard(cause, message) && MEMORY.matcher(message).find()) {
                return Optional.of(new CardFailure(true, firstLine(message)));
            }
            if (CARD.matcher(message).find()) {
                other = Optional.of(new CardFailure(false, firstLine(message)));
            }
            cause = cause.getCause();
        }
        return other;
    }

    /** Java's own memory, and the pinned memory of the host, are not the card's. */
    private static boolean ofCard(Throwable cause, String message) {
        return !(cause instanceof OutOfMemoryError) && !message.contains(HOST);
    }

    /** As a part of a sentence. */
    String on(Card card) {
        return card.words() + (memory ? " has too little free memory: " : " failed: ") + text;
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }
}
