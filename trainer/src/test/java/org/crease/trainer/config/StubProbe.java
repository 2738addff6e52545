package org.crease.trainer.config;

import java.util.List;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;
import org.crease.probes.Setting;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Probes that exist to be configured. */
final class StubProbe {

    /** Named like the real ones. */
    static final List<ProbeProvider<?>> ALL =
            List.of(new Provider<>("rank", Settings.class), new Provider<>("topology", None.class));

    private StubProbe() {}

    record Settings(
            @Setting(value = "The dimension", byDefault = "2", min = 1)
            int dimension,

            @Setting(value = "The tolerance", min = 0, exclusive = true) @Nullable
            Double tolerance,

            @Setting(value = "The layers", byDefault = "[]") List<String> layers) {}

    record None() {}

    record Provider<S extends Record>(String name, Class<S> settings) implements ProbeProvider<S> {

        @Override
        public String description() {
            return "Stands in for " + name + ".";
        }

        @Override
        public Probe create(String probe, S chosen, long seed) {
            if (chosen instanceof Settings rank && rank.dimension() > 100) {
                throw new IllegalArgumentException(
                        "dimension is " + rank.dimension() + ", but 100 is the most there is");
            }
            return new Silent(probe);
        }
    }

    private record Silent(String name) implements Probe {
        @Override
        public Cost cost(Snapshot snapshot) {
            return new Cost(0, 0);
        }

        @Override
        public List<Finding> examine(Snapshot snapshot) {
            return List.of();
        }
    }
}
