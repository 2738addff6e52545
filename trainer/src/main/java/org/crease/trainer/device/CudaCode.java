package org.crease.trainer.device;

import java.util.Optional;

/**
 * Which cards ND4J's CUDA backend can run on. Its library holds machine code alone, and none in the form (PTX) that a driver
 * translates for newer cards. Machine code made for compute capability M.x runs on cards M.y with y at least x, and on no card
 * of another M: CUDA C++ Programming Guide, "Binary Compatibility". Its CUDA 11.6 runs on every driver that offers CUDA 11.0 or
 * newer: CUDA Compatibility, "Minor Version Compatibility".
 */
public final class CudaCode {
    /** What {@code libnd4jcuda.so} of nd4j-cuda-11.6 1.0.0-M2.1 was compiled for, as 10 M + x. */
    private static final int[] COMPILED_FOR = {37, 50, 52, 60, 61, 70, 75, 80, 86};

    private CudaCode() {}

    /** Why the backend cannot run on a card, as a part of a sentence; empty where it can. */
    public static Optional<String> refusal(Card card) {
        if (!compiledFor(card)) {
            boolean newer = card.major() > COMPILED_FOR[COMPILED_FOR.length - 1] / 10;
            return Optional.of(card.name() + " has compute capability " + card.capability()
                    + ", and Deeplearning4j's CUDA backend runs on 3.7 to 8.9 only"
                    + (newer ? ": it has no code for newer cards" : ""));
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
