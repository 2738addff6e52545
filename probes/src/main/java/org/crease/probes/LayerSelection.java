package org.crease.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;

/** Layers by name, for the settings of probes: in a pattern, {@code *} stands for any characters, {@code ?} for one. */
public final class LayerSelection {
    private final List<String> patterns;

    public LayerSelection(List<String> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * The names of the layers that some pattern matches, in the snapshot's order.
     *
     * @throws ProbeException when a pattern matches none
     */
    public List<String> of(Snapshot snapshot) {
        List<String> names = snapshot.layers().stream().map(LayerSnapshot::name).toList();
        List<Pattern> globs = new ArrayList<>();
        for (String pattern : patterns) {
            Pattern glob = glob(pattern);
            if (names.stream().noneMatch(name -> glob.matcher(name).matches())) {
                throw new ProbeException(
                        "layers: '" + pattern + "' matches no layer; there are " + String.join(", ", names));
            }
            globs.add(glob);
        }
        return names.stream()
                .filter(name ->
                        globs.stream().anyMatch(glob -> glob.matcher(name).matches()))
                .toList();
    }

    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int k = 0; k < pattern.length(); k++) {
            char c = pattern.charAt(k);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
