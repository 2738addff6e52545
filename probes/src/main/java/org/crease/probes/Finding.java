package org.crease.probes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a probe found at one step in one layer.
 *
 * @param step number of parameter updates done
 * @param layer the layer's name
 * @param probe the probe's {@linkplain Probe#name() name}
 * @param summary scalars by name, in the order in which they are shown; NaN means undefined
 * @param arrays arrays by name, as they go into the finding's npz
 * @param notes remarks that a reader must see beside the numbers, for example that a Jacobian stood in for an exact map
 */
public record Finding(
        long step,
        String layer,
        String probe,
        Map<String, Double> summary,
        Map<String, Array> arrays,
        List<String> notes) {

    public Finding {
        summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        notes = List.copyOf(notes);
    }
}
