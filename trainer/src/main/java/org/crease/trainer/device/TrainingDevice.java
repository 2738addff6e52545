package org.crease.trainer.device;

import java.util.Optional;
import java.util.ServiceLoader;
import org.crease.trainer.config.Config;

/**
 * Where this process computes. To be settled before anything of ND4J is touched; whoever comes first settles it for all, since
 * ND4J is loaded once in the life of a process.
 */
public final class TrainingDevice {
    private static final Settlement SETTLEMENT = settlement();

    private TrainingDevice() {}

    private static Settlement settlement() {
        Backends backends = Backends.present();
        CardFinder cards = () -> ServiceLoader.load(CardFinder.class)
                .findFirst()
                .map(CardFinder::find)
                .orElseGet(() -> CardReport.failed("nothing on the class path can ask it"));
        return new Settlement(new DeviceChooser(backends, cards, new TrialProcess()), new Nd4jStart(backends));
    }

    /**
     * Settles the device for a new training. Where this build has the CUDA backend and the machine a card for it, this takes
     * some seconds: the backend is tried in a process of its own first.
     *
     * @throws IllegalArgumentException when {@code cuda} is asked for and cannot be had, with what {@code auto} would give as
     *     its reason for the CPU
     */
    public static DeviceChoice take(Config.Device asked) {
        return SETTLEMENT.take(asked);
    }

    /**
     * Settles the device for a run that began earlier: the kind that it was on where that can be had, else the CPU.
     *
     * @param recorded the device in the run's manifest
     */
    public static DeviceChoice takeAgain(String recorded) {
        return SETTLEMENT.takeAgain(recorded);
    }

    /** Settles on the CPU if nothing is settled yet: for work that is too small for a card. */
    public static void takeCpu() {
        SETTLEMENT.takeAgain(DeviceChoice.CPU);
    }

    /** What was settled, if anything was yet. */
    public static Optional<DeviceChoice> settled() {
        return Optional.ofNullable(SETTLEMENT.present());
    }

    /** Lets the calling thread compute where it was settled; for every thread that a network is made on. */
    public static void join() {
        DeviceChoice choice = SETTLEMENT.present();
        if (choice != null && choice.card() != null) {
            Nd4jStart.pin(choice.card());
        }
    }

    /** Whether it was settled to compute on a graphics card. */
    public static boolean isCuda() {
        DeviceChoice choice = SETTLEMENT.present();
        return choice != null && choice.cuda();
    }

    /** What the graphics card has to do with a failure, as a part of a sentence; empty where it has nothing to do with it. */
    public static Optional<String> failure(Throwable thrown) {
        DeviceChoice choice = SETTLEMENT.present();
        return choice == null ? Optional.empty() : choice.failure(thrown);
    }

    /** Whether this build could compute on graphics cards, were there one that serves. Loads nothing. */
    public static boolean hasCudaBackend() {
        return Backends.present().cuda();
    }
}
