package org.crease.trainer.device;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cards ND4J's CUDA backend can run on. Its library holds machine code alone, and none in the form (PTX) that a driver
 * translates for newer cards. Machine code made for compute capability M.x runs on cards M.y with y at least x, and on no card
 * of another M: CUDA C++ Programming Guide, "Binary Compatibility".
 */
public final class CudaCode {
    /** What {@code libnd4jcuda.so} of nd4j-cuda-11.6 1.0.0-M2.1 was compiled for, as 10 M + x. */
    private static final int[] COMPILED_FOR = {37, 50, 52, 60, 61, 70, 75, 80, 86};

    /** CUDA 11 programs run on drivers from this on: CUDA Compatibility, "Minor Version Compatibility". */
    private static final int OLDEST_DRIVER = 450;

    private static final Pattern DRIVER = Pattern.compile("([0-9]{1,6})(\\..*)?");

    private CudaCode() {}

    /** Why the backend cannot run on a card, as a part of a sentence; empty where it can. */
    public static Optional<String> refusal(Card card) {
        if (!compiledFor(card)) {
            boolean newer = card.major() > COMPILED_FOR[COMPILED_FOR.length - 1] / 10;
            return Optional.of(card.name() + " has compute capability " + card.capability()
                    + ", and Deeplearning4j's CUDA backend runs on 3.7 to 8.9 only"
                    + (newer ? ": it has no code for newer cards" : ""));
        }
        Matcher version = DRIVER.matcher(card.driver());
        if (version.matches() && Integer.parseInt(version.group(1)) < OLDEST_DRIVER) {
            return Optional.of("driver " + card.driver() + " of " + card.name()
                    + " is too old for CUDA 11, which needs " + OLDEST_DRIVER + " or newer");
        }
        return Optional.empty();
    }

    private static boolean compiledFor(Card card) {
        for (int code : COMPILED_FOR) {
            if (card.major() == code / 10 && card.minor() >= code % 10) {
                return true;
            }
        }
        return false;
    }
}
