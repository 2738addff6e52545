package org.crease.trainer.replay;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.storage.FormatException;
import org.crease.trainer.probing.FindingSink;

/** Compares what is found on replay with what was recorded live, bit for bit. */
public final class Verification implements FindingSink {
    private final FindingsLog recorded;
    private final Map<Key, FindingEntry> open = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private int agreeing;

    private record Key(long step, String layer, String probe) {}

    public Verification(FindingsLog recorded) {
        this.recorded = recorded;
        for (FindingEntry entry : recorded.entries()) {
            open.put(new Key(entry.step(), entry.layer(), entry.probe()), entry);
        }
    }

    @Override
    public void found(Snapshot snapshot, List<Finding> findings) {
        for (Finding finding : findings) {
            FindingEntry entry = open.remove(new Key(finding.step(), finding.layer(), finding.probe()));
            String where = "step " + finding.step() + ", layer " + finding.layer() + ", probe " + finding.probe();
            if (entry == null) {
                differences.add(where + ": was not recorded live");
            } else {
                compare(where, entry, finding);
            }
        }
    }

    private void compare(String where, FindingEntry entry, Finding again) {
        try {
            compare(where, recorded.read(entry), again);
        } catch (FormatException | UncheckedIOException e) {
            differences.add(where + ": what was recorded cannot be read: " + e.getMessage());
        }
    }

    private void compare(String where, Finding live, Finding again) {
        if (live.equals(again)) {
            agreeing++;
            return;
        }
        differences.add(where + ": " + firstDifference(live, again) + notes(live, again));
    }

    private static String firstDifference(Finding live, Finding again) {
        for (Map.Entry<String, Double> entry : live.summary().entrySet()) {
            Double other = again.summary().get(entry.getKey());
            if (!entry.getValue().equals(other)) {
                return entry.getKey() + " was " + entry.getValue() + " live, is " + other;
            }
        }
        for (String name : live.arrays().keySet()) {
            if (!live.arrays().get(name).equals(again.arrays().get(name))) {
                return "array " + name + " differs";
            }
        }
        return "names of values or arrays, or notes, differ";
    }

    /** Notes that only one of them has, which may be the reason: another device, say. */
    private static String notes(Finding live, Finding again) {
        List<String> before = new ArrayList<>(live.notes());
        List<String> now = new ArrayList<>(again.notes());
        before.removeAll(again.notes());
        now.removeAll(live.notes());
        return (before.isEmpty() ? "" : "; noted live: " + String.join("; ", before))
                + (now.isEmpty() ? "" : "; noted now: " + String.join("; ", now));
    }

    @Override
    public void failed(long step, String probe, RuntimeException cause) {
        differences.add("step " + step + ", probe " + probe + ": failed: " + cause.getMessage());
    }

    /** Number of findings that agree. */
    public int agreeing() {
        return agreeing;
    }

    /** What does not agree, a line each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** Number of live findings of the given steps that replay did not come to. */
    public int missing(LongPredicate steps) {
        return (int) open.keySet().stream().filter(k -> steps.test(k.step())).count();
    }
}
