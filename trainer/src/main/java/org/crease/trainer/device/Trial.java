package org.crease.trainer.device;

import java.util.Optional;

/** Tries ND4J's CUDA backend on a card. */
interface Trial {

    /** Why it does not work there, as a part of a sentence; empty where it does. */
    Optional<String> failure(Card card);
}
