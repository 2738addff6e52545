package org.crease.trainer.device;

import java.util.List;

/**
 * What a look at the machine's graphics cards gave.
 *
 * @param cards those that CUDA shows to this process, in its order
 * @param problem why there is none, as a part of a sentence; empty where there are cards
 */
public record CardReport(List<Card> cards, String problem) {

    /** @throws IllegalArgumentException when there is neither a card nor a reason */
    public CardReport {
        cards = List.copyOf(cards);
        if (cards.isEmpty() == problem.isEmpty()) {
            throw new IllegalArgumentException(
                    cards.size() + " cards, and as the reason why there is none: " + problem);
        }
    }

    /** There are cards. */
    public static CardReport of(List<Card> cards) {
        return new CardReport(cards, "");
    }

    /** NVIDIA's driver is not installed. */
    public static CardReport noDriver() {
        return new CardReport(List.of(), "this machine has no NVIDIA driver");
    }

    /** The driver is there, but no card. */
    public static CardReport noCard() {
        return new CardReport(List.of(), "the NVIDIA driver finds no card");
    }

    /**
     * The driver shows no card, and was told which to show.
     *
     * @param value of the environment variable {@code CUDA_VISIBLE_DEVICES}
     */
    public static CardReport hidden(String value) {
        return new CardReport(List.of(), "with CUDA_VISIBLE_DEVICES=" + value + ", the NVIDIA driver shows no card");
    }

    /**
     * The driver is too old.
     *
     * @param words what it offers and what is needed
     */
    public static CardReport tooOld(String words) {
        return new CardReport(List.of(), "the NVIDIA driver is too old: " + words);
    }

    /**
     * The driver could not be asked.
     *
     * @param words what it said
     */
    public static CardReport failed(String words) {
        return new CardReport(List.of(), "the NVIDIA driver does not work: " + words);
    }
}
