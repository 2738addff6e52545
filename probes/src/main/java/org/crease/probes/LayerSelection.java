package org.crease.probes;

import java.util.List;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;

/** Layers by name, for the settings of probes: as {@link NamePattern}s. */
public final class LayerSelection {
    private final List<NamePattern> patterns;

    public LayerSelection(List<String> patterns) {
        this.patterns = patterns.stream().map(NamePattern::new).toList();
    }

    /**
     * The names of the layers that some pattern matches, in the snapshot's order.
     *
     * @throws ProbeException when a pattern matches none
     */
    public List<String> of(Snapshot snapshot) {
        List<String> names = snapshot.layers().stream().map(LayerSnapshot::name).toList();
        for (NamePattern pattern : patterns) {
            if (names.stream().noneMatch(pattern::matches)) {
                throw new ProbeException(
                        "layers: '" + pattern.text() + "' matches no layer; there are " + String.join(", ", names));
            }
        }
        return names.stream()
                .filter(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)))
                .toList();
    }
}
