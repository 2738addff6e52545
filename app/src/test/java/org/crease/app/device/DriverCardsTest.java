package org.crease.app.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.crease.gpu.cuda.Capability;
import org.crease.gpu.cuda.CudaCard;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.trainer.device.Card;
import org.crease.trainer.device.CardFinder;
import org.crease.trainer.device.CardReport;
import org.junit.jupiter.api.Test;

class DriverCardsTest {

    private static String problem(Reason reason, Map<String, String> environment) {
        DriverCards cards = new DriverCards(
                () -> {
                    throw new DriverException(reason, "cuInit answers X (7): text");
                },
                environment);
        CardReport report = cards.find();
        assertThat(report.cards()).isEmpty();
        return report.problem();
    }

    @Test
    void cardsAreAsTheDriverDescribesThem() {
        List<CudaCard> two = List.of(
                new CudaCard(0, "RTX 3090", new Capability(8, 6), 24L << 30, 82, "12.2"),
                new CudaCard(1, "T4", new Capability(7, 5), 16L << 30, 40, "12.2"));
        assertThat(new DriverCards(() -> two, Map.of()).find().cards())
                .containsExactly(
                        new Card(0, "RTX 3090", 8, 6, 24L << 30, "12.2"), new Card(1, "T4", 7, 5, 16L << 30, "12.2"));
    }

    @Test
    void t7_eachWayToHaveNoCardHasItsWords() {
        assertThat(problem(Reason.NO_DRIVER, Map.of())).isEqualTo("this machine has no NVIDIA driver");
        assertThat(problem(Reason.NO_DEVICE, Map.of())).isEqualTo("the NVIDIA driver finds no card");
        assertThat(problem(Reason.NO_DEVICE, Map.of("CUDA_VISIBLE_DEVICES", "7")))
                .isEqualTo("with CUDA_VISIBLE_DEVICES=7, the NVIDIA driver shows no card");
        assertThat(problem(Reason.OLD_DRIVER, Map.of()))
                .isEqualTo("the NVIDIA driver is too old: cuInit answers X (7): text");
        assertThat(problem(Reason.FAILED, Map.of()))
                .isEqualTo("the NVIDIA driver does not work: cuInit answers X (7): text");
    }

    @Test
    void theTrainerFindsIt() {
        assertThat(ServiceLoader.load(CardFinder.class)).singleElement().isInstanceOf(DriverCards.class);
    }
}
