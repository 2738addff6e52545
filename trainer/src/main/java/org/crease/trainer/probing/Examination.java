package org.crease.trainer.probing;

import java.util.ArrayList;
import java.util.List;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;

/**
 * Probes at work: parameters in, findings out. The one path that live probing and replay share; from the snapshot on, saved
 * arrays take it too.
 */
public final class Examination {
    private final Replica replica;
    private final ProbeSet probeSet;
    private final List<Probe> probes;

    public Examination(Replica replica, ProbeSet probeSet, List<Probe> probes) {
        this.replica = replica;
        this.probeSet = probeSet;
        this.probes = List.copyOf(probes);
    }

    /**
     * Examines the network with these parameters by every probe. A probe that fails does not keep the others from theirs.
     *
     * @param parameters in layer order
     * @throws InterruptedException when the thread is interrupted; nothing of this step has reached the sink then
     */
    public void examine(long step, float[] parameters, FindingSink sink) throws InterruptedException {
        examine(replica.snapshot(step, parameters, probeSet), probes, sink);
    }

    /**
     * Examines a snapshot by every probe. A probe that fails does not keep the others from theirs.
     *
     * @throws InterruptedException when the thread is interrupted; nothing has reached the sink then
     */
    public static void examine(Snapshot snapshot, List<Probe> probes, FindingSink sink) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Probe probe : probes) {
            try {
                refuseTooLarge(probe, probe.cost(snapshot));
                findings.addAll(probe.examine(snapshot));
            } catch (RuntimeException e) {
                sink.failed(snapshot.step(), probe.name(), e);
            } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
                sink.failed(snapshot.step(), probe.name(), new ProbeException(e.toString(), e));
            }
        }
        sink.found(snapshot, findings);
    }

    private static void refuseTooLarge(Probe probe, Cost cost) {
        long most = Runtime.getRuntime().maxMemory();
        if (cost.bytes() > most) {
            throw new ProbeException(probe.name() + " needs about " + (cost.bytes() >> 20) + " MiB, this Java has "
                    + (most >> 20) + " MiB; use a smaller probe set or fewer layers, or give Java more memory");
        }
    }
}
