package org.crease.trainer.training;

import java.util.List;
import org.crease.probes.Array;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.runlog.RecordedProbeSet;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.data.Split;
import org.crease.trainer.data.Task;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.HostArrays;
import org.crease.trainer.probing.ProbeSets;
import org.jspecify.annotations.Nullable;

/**
 * The probe set of an experiment as the run keeps it for whoever looks at findings. The classes are those that are learnt;
 * for numbers, those that the data gives its inputs.
 */
final class KeptProbeSet {
    /** With more than these a run's probe set is kept without its inputs. */
    static final long MOST_BYTES = 64L << 20;

    private final Task task;
    private final ProbeSet probeSet;
    private final Split split;
    private final long mostBytes;

    /** @param mostBytes with more than these in all arrays the inputs are left out */
    KeptProbeSet(Experiment experiment, long mostBytes) {
        this.mostBytes = mostBytes;
        task = experiment.task();
        probeSet = experiment.probeSet();
        split = ProbeSets.split(experiment.config().probeSet(), task).rows(probeSet.ids());
    }

    /** Names of the classes, by their numbers; empty where there are none. */
    static List<String> classNames(Task task) {
        return task.kind() == Task.Kind.CLASSES ? task.outputNames() : task.classNames();
    }

    /** Puts it into the run's directory. */
    void write(RunDirectory run, TrainingObserver observer) {
        RecordedProbeSet set = recorded();
        if (set.bytes() > mostBytes) {
            observer.warned("the probe set takes " + set.bytes() + " bytes, more than " + mostBytes
                    + ": its inputs are not kept in the run");
            set = set.withoutInputs();
        }
        run.write(set);
    }

    private RecordedProbeSet recorded() {
        int[] ids = probeSet.ids();
        Array inputs = new Array(
                HostArrays.floats(probeSet.inputs()), probeSet.inputs().shape());
        return new RecordedProbeSet(new Array(ids, ids.length), inputs, classes(), targets());
    }

    private @Nullable Array classes() {
        if (classNames(task).isEmpty()) {
            return null;
        }
        int[] classes = task.kind() == Task.Kind.CLASSES ? learnt() : probeSet.labels();
        return new Array(classes, classes.length);
    }

    /** The class that each row of targets marks. */
    private int[] learnt() {
        float[] rows = HostArrays.floats(split.targets());
        int[] classes = new int[split.size()];
        for (int k = 0; k < rows.length; k++) {
            if (rows[k] == 1) {
                classes[k / task.outputs()] = k % task.outputs();
            }
        }
        return classes;
    }

    private @Nullable Array targets() {
        if (task.kind() == Task.Kind.CLASSES || task.outputNames().isEmpty()) {
            return null;
        }
        float[] values = HostArrays.floats(split.targets());
        double[] targets = new double[values.length];
        for (int k = 0; k < values.length; k++) {
            targets[k] = values[k];
        }
        return task.outputs() == 1
                ? new Array(targets, split.size())
                : new Array(targets, split.size(), task.outputs());
    }
}
