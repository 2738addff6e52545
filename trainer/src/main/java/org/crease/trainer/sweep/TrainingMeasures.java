package org.crease.trainer.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.Metric;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.sweep.plan.Measurement;
import org.jspecify.annotations.Nullable;

/** The numbers of a training that is done: metrics about the whole, and what probes found in each layer. */
final class TrainingMeasures {
    private final RunDirectory run;
    private final List<FindingEntry> findings;
    private final List<Measurement> measured = new ArrayList<>();

    private TrainingMeasures(RunDirectory run) {
        this.run = run;
        this.findings = run.findings().entries();
    }

    /**
     * The numbers.
     *
     * @param epochs after which the training is looked at, at the first checkpoint of each; none for its end
     * @throws IllegalArgumentException when it has no checkpoint after one of the epochs
     */
    static List<Measurement> of(RunDirectory run, List<Integer> epochs) {
        TrainingMeasures measures = new TrainingMeasures(run);
        if (epochs.isEmpty()) {
            measures.end();
        } else {
            measures.after(epochs);
        }
        return measures.measured;
    }

    private void end() {
        metrics(null, run.manifest().metrics());
        findings(null, findings.stream().mapToLong(FindingEntry::step).max().orElse(-1));
    }

    private void after(List<Integer> epochs) {
        Map<Integer, Long> steps = new LinkedHashMap<>();
        for (CheckpointEntry checkpoint : run.checkpoints().entries()) {
            steps.putIfAbsent(checkpoint.epoch(), checkpoint.step());
        }
        List<Metric> metrics = run.metrics().read();
        for (int epoch : epochs) {
            Long step = steps.get(epoch);
            if (step == null) {
                throw new IllegalArgumentException("there is no checkpoint after epoch " + epoch
                        + ", only after epochs " + steps.keySet() + "; the configuration says when they are taken");
            }
            Map<String, Double> values = new LinkedHashMap<>();
            metrics.stream()
                    .filter(metric -> metric.step() == step)
                    .forEach(metric -> values.put(metric.name(), metric.value()));
            metrics(epoch, values);
            findings(epoch, step);
        }
    }

    private void metrics(@Nullable Integer epoch, Map<String, Double> values) {
        values.forEach((name, value) -> measured.add(new Measurement(epoch, "", name, value)));
    }

    private void findings(@Nullable Integer epoch, long step) {
        for (FindingEntry finding : findings) {
            if (finding.step() == step) {
                finding.summary()
                        .forEach((name, value) -> measured.add(
                                new Measurement(epoch, finding.layer(), finding.probe() + "." + name, value)));
            }
        }
    }
}
