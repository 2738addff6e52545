package org.crease.probes.rank;

import java.util.List;
import java.util.Objects;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Short ways to run the probe in tests. */
final class Ranks {
    private Ranks() {}

    static RankSettings settings(Tolerance tolerance, @Nullable Integer dimension) {
        return new RankSettings(List.of("*"), tolerance, dimension, null);
    }

    static List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        return examine(snapshot, settings(new Tolerance.Float32(), null));
    }

    static List<Finding> examine(Snapshot snapshot, RankSettings settings) throws InterruptedException {
        return new RankProvider().create("rank", settings, 3).examine(snapshot);
    }

    static Finding last(Snapshot snapshot) throws InterruptedException {
        List<Finding> findings = examine(snapshot);
        return findings.get(findings.size() - 1);
    }

    static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    static int[] ranks(Finding finding) {
        return array(finding, "rank").ints();
    }

    static double summary(Finding finding, String name) {
        return Objects.requireNonNull(finding.summary().get(name), name);
    }
}
