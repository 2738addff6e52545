package org.crease.probes.rank;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerSnapshot;

/** Which layers a list of names and patterns means. */
final class LayerPatterns {
    private LayerPatterns() {}

    /**
     * The positions of the layers that match.
     *
     * @throws ProbeException when a pattern matches none
     */
    static BitSet select(List<String> patterns, List<LayerSnapshot> layers) {
        BitSet selected = new BitSet();
        for (String pattern : patterns) {
            Pattern regex = regex(pattern);
            boolean found = false;
            for (int i = 0; i < layers.size(); i++) {
                if (regex.matcher(layers.get(i).name()).matches()) {
                    selected.set(i);
                    found = true;
                }
            }
            if (!found) {
                throw new ProbeException("layers: '" + pattern + "' matches no layer; the network has "
                        + layers.stream().map(LayerSnapshot::name).collect(Collectors.joining(", ")));
            }
        }
        return selected;
    }

    private static Pattern regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
