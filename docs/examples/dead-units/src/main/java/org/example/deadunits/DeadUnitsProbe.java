package org.example.deadunits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Which units never leave zero, whatever the input. */
final class DeadUnitsProbe implements Probe {
    private final String name;
    private final double atMost;

    DeadUnitsProbe(String name, double atMost) {
        this.name = name;
        this.atMost = atMost;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        long largest = snapshot.layers().stream()
                .mapToLong(layer -> layer.activations().length())
                .max()
                .orElse(0);
        return new Cost(1e-9 * largest * snapshot.layers().size(), 2 * Float.BYTES * largest);
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (LayerSnapshot layer : snapshot.layers()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            findings.add(examine(snapshot.step(), layer));
        }
        return findings;
    }

    private Finding examine(long step, LayerSnapshot layer) {
        INDArray values = layer.activations();
        INDArray rows = values.reshape(values.size(0), values.length() / values.size(0));
        float[] largest = Transforms.abs(rows).max(0).toFloatVector();
        int dead = 0;
        for (float value : largest) {
            dead += value <= atMost ? 1 : 0;
        }
        return new Finding(
                step,
                layer.name(),
                name,
                Map.of("dead_share", dead / (double) largest.length),
                Map.of("largest", new Array(largest, largest.length)),
                List.of());
    }
}
