package org.crease.trainer.probing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.crease.trainer.network.Nets;
import org.crease.trainer.network.Output;

/** Probes and sinks for tests. */
final class Probing {
    private Probing() {}

    /** What a test's probe does with a snapshot. */
    interface Act {
        double examine(Snapshot snapshot) throws InterruptedException;
    }

    /** A probe with one finding of one number. */
    record Acting(String name, Act act) implements Probe {
        @Override
        public Cost cost(Snapshot snapshot) {
            return new Cost(0, 0);
        }

        @Override
        public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
            double value = act.examine(snapshot);
            LayerSnapshot layer = snapshot.layers().get(0);
            return List.of(
                    new Finding(snapshot.step(), layer.name(), name, Map.of("value", value), Map.of(), List.of()));
        }
    }

    /** Keeps what it is told, in words. */
    static class Told implements FindingSink {
        private final List<String> told = new CopyOnWriteArrayList<>();

        @Override
        public void found(Snapshot snapshot, List<Finding> findings) {
            findings.forEach(f -> told.add(f.step() + " " + f.probe() + " " + f.summary()));
        }

        @Override
        public void failed(long step, String probe, RuntimeException cause) {
            told.add(step + " " + probe + " failed: " + cause.getMessage());
        }

        List<String> told() {
            return List.copyOf(told);
        }
    }

    /** The first weight of the first layer. */
    static double firstWeight(Snapshot snapshot) {
        return ((LayerMap.Dense) snapshot.layers().get(0).map()).weights().getDouble(0, 0);
    }

    /** Examines a network of 22 parameters. */
    static Supplier<Examination> examination(Probe... probes) {
        return () -> new Examination(
                new Replica(Nets.network(
                        new long[] {1}, new Output(Output.Kind.NUMBERS, 2), Nets.dense(5, ActivationFunction.RELU))),
                Described.probeSet(Described.random(3, 1)),
                List.of(probes));
    }

    /** Parameters for it, all equal. */
    static float[] parameters(float value) {
        float[] parameters = new float[22];
        Arrays.fill(parameters, value);
        return parameters;
    }
}
