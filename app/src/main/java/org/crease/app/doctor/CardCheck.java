package org.crease.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.crease.app.terminal.Numbers;
import org.crease.trainer.device.Card;
import org.crease.trainer.device.CardReport;
import org.crease.trainer.device.CudaCode;
import org.crease.trainer.device.DeviceChoice;

/** What one of NVIDIA's cards can do: train (ND4J's CUDA backend), probe (our kernels), both or neither, and why not. */
final class CardCheck implements Check {
    private static final String NAME = "CUDA";

    /** The oldest that our kernels are compiled for. */
    private static final int PROBING = 6;

    private final String name;
    private final Card card;
    private final boolean backend;
    private final Supplier<Optional<DeviceChoice>> settled;

    private CardCheck(String name, Card card, boolean backend, Supplier<Optional<DeviceChoice>> settled) {
        this.name = name;
        this.card = card;
        this.backend = backend;
        this.settled = settled;
    }

    /**
     * A check for each card; where there is none, one that says why.
     *
     * @param backend whether this build has ND4J's CUDA backend
     * @param settled where ND4J computes, once it is loaded
     */
    static List<Check> of(CardReport report, boolean backend, Supplier<Optional<DeviceChoice>> settled) {
        if (report.cards().isEmpty()) {
            return List.of(() -> Result.missing(NAME, "none: " + report.problem(), "Not needed: all runs on the CPU.")
                    .with("problem", report.problem()));
        }
        List<Check> checks = new ArrayList<>();
        for (Card card : report.cards()) {
            String name = report.cards().size() == 1 ? NAME : NAME + " " + card.index();
            checks.add(new CardCheck(name, card, backend, settled));
        }
        return checks;
    }

    @Override
    public Result look() {
        Optional<String> noTraining = CudaCode.refusal(card).or(this::noBackend).or(this::failedTrial);
        Optional<String> noProbing = noProbing();
        Result result = Result.ok(
                        name,
                        card.name() + ": " + ability(noTraining.isEmpty(), noProbing.isEmpty())
                                + " (compute capability " + card.capability() + ", " + Numbers.bytes(card.memory())
                                + ", CUDA " + card.cuda() + ")")
                .with("name", card.name())
                .with("capability", card.capability())
                .with("memory", card.memory())
                .with("cuda", card.cuda())
                .with("trains", noTraining.isEmpty())
                .with("probes", noProbing.isEmpty());
        List<String> advice = new ArrayList<>();
        noTraining.ifPresent(reason -> advice.add("Training uses the CPU: " + reason + "."));
        noProbing.ifPresent(reason -> advice.add("Probes use the CPU: " + reason + "."));
        return advice.isEmpty() ? result : result.advising(String.join(" ", advice));
    }

    private static String ability(boolean trains, boolean probes) {
        if (trains) {
            return probes ? "trains and probes" : "trains";
        }
        return probes ? "probes" : "neither trains nor probes";
    }

    private Optional<String> noBackend() {
        return backend
                ? Optional.empty()
                : Optional.of("this build has no CUDA backend (docs/gpu.md says how to make one that has)");
    }

    /** The CPU was settled on although there is this card: it was tried and failed. */
    private Optional<String> failedTrial() {
        return settled.get().filter(choice -> choice.card() == null).map(DeviceChoice::reason);
    }

    private Optional<String> noProbing() {
        return card.major() >= PROBING
                ? Optional.empty()
                : Optional.of("our kernels need compute capability " + PROBING + ".0 or newer");
    }
}
