package org.crease.trainer.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crease.trainer.config.Config;

/** Decides where to compute. What hinders CUDA is worded once, here: {@code auto} says it, {@code cuda} refuses with it. */
final class DeviceChooser {
    private final Backends backends;
    private final CardFinder cards;
    private final Trial trial;

    DeviceChooser(Backends backends, CardFinder cards, Trial trial) {
        this.backends = backends;
        this.cards = cards;
        this.trial = trial;
    }

    /**
     * The device for what is asked.
     *
     * @throws IllegalArgumentException when {@code cuda} is asked for and cannot be had
     */
    DeviceChoice choose(Config.Device asked) {
        if (asked == Config.Device.CPU) {
            return cpu("device is cpu");
        }
        Attempt attempt = attempt();
        if (attempt.choice().isPresent()) {
            return attempt.choice().get();
        }
        if (asked == Config.Device.CUDA) {
            throw new IllegalArgumentException(
                    "device: cuda cannot be had: " + attempt.obstacle() + "; say auto or cpu");
        }
        return cpu(attempt.obstacle());
    }

    private DeviceChoice cpu(String reason) {
        return new DeviceChoice(null, reason, backends.cuda());
    }

    /** A choice of CUDA, or what hinders it. */
    private record Attempt(Optional<DeviceChoice> choice, String obstacle) {}

    private Attempt attempt() {
        if (!backends.cuda()) {
            return new Attempt(
                    Optional.empty(), "this build has no CUDA backend (docs/gpu.md says how to make one that has)");
        }
        CardReport report = cards.find();
        List<String> obstacles = new ArrayList<>();
        for (Card card : report.cards()) {
            Optional<String> obstacle = CudaCode.refusal(card).or(() -> trial.failure(card));
            if (obstacle.isEmpty()) {
                String reason = obstacles.isEmpty() ? "it runs Deeplearning4j's CUDA backend" : text(obstacles);
                return new Attempt(Optional.of(new DeviceChoice(card, reason, true)), "");
            }
            obstacles.add(obstacle.get());
        }
        return new Attempt(Optional.empty(), report.cards().isEmpty() ? report.problem() : text(obstacles));
    }

    private static String text(List<String> obstacles) {
        return String.join("; ", obstacles);
    }
}
