package org.crease.trainer.device;

import java.util.Locale;
import java.util.function.Consumer;
import org.crease.trainer.config.Config;
import org.jspecify.annotations.Nullable;

/** The choice of a process: made when it is first asked for, and then kept, since ND4J is loaded once. */
final class Settlement {
    private final DeviceChooser chooser;
    private final Consumer<DeviceChoice> start;
    private @Nullable DeviceChoice settled;

    /** @param start loads ND4J as chosen */
    Settlement(DeviceChooser chooser, Consumer<DeviceChoice> start) {
        this.chooser = chooser;
        this.start = start;
    }

    /**
     * For a new training.
     *
     * @throws IllegalArgumentException when the device asked for cannot be had
     */
    synchronized DeviceChoice take(Config.Device asked) {
        DeviceChoice present = settled;
        if (present == null) {
            return settle(asked);
        } else if (asked != Config.Device.AUTO && !present.open()) {
            return chooser.choose(asked);
        } else if (asked != Config.Device.AUTO && present.cuda() != (asked == Config.Device.CUDA)) {
            throw new IllegalArgumentException("device: " + asked.name().toLowerCase(Locale.ROOT)
                    + " cannot be had: this process is already " + present.words());
        }
        return present;
    }

    /**
     * For a run that began earlier: the kind of device that it was on, where that is possible, since its bits depend on it.
     *
     * @param recorded the device in its manifest
     */
    synchronized DeviceChoice takeAgain(String recorded) {
        DeviceChoice present = settled;
        if (present != null) {
            return present;
        }
        return settle(DeviceChoice.endedOnCuda(recorded) ? Config.Device.AUTO : Config.Device.CPU);
    }

    synchronized @Nullable DeviceChoice present() {
        return settled;
    }

    private DeviceChoice settle(Config.Device asked) {
        DeviceChoice choice = chooser.choose(asked);
        start.accept(choice);
        settled = choice;
        return choice;
    }
}
