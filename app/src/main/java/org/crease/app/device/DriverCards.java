package org.crease.app.device;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.crease.gpu.cuda.CudaCard;
import org.crease.gpu.cuda.CudaCards;
import org.crease.gpu.driver.DriverException;
import org.crease.trainer.device.Card;
import org.crease.trainer.device.CardFinder;
import org.crease.trainer.device.CardReport;

/** Asks NVIDIA's driver, which itself leaves out what {@code CUDA_VISIBLE_DEVICES} hides. */
public final class DriverCards implements CardFinder {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private final Supplier<List<CudaCard>> driver;
    private final Map<String, String> environment;

    /** For {@link java.util.ServiceLoader}: the cards of this machine. */
    public DriverCards() {
        this(CudaCards::list, System.getenv());
    }

    DriverCards(Supplier<List<CudaCard>> driver, Map<String, String> environment) {
        this.driver = driver;
        this.environment = environment;
    }

    @Override
    public CardReport find() {
        try {
            return CardReport.of(driver.get().stream().map(DriverCards::card).toList());
        } catch (DriverException failure) {
            return why(failure);
        }
    }

    private static Card card(CudaCard card) {
        return new Card(
                card.index(),
                card.name(),
                card.capability().major(),
                card.capability().minor(),
                card.memory(),
                card.cuda());
    }

    private CardReport why(DriverException failure) {
        String words = String.valueOf(failure.getMessage());
        return switch (failure.reason()) {
            case NO_DRIVER -> CardReport.noDriver();
            case NO_DEVICE ->
                environment.containsKey(VISIBLE)
                        ? CardReport.hidden(environment.getOrDefault(VISIBLE, ""))
                        : CardReport.noCard();
            case OLD_DRIVER -> CardReport.tooOld(words);
            case OUT_OF_MEMORY, COMPILATION, FAILED -> CardReport.failed(words);
        };
    }
}
