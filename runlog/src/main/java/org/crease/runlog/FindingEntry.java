package org.crease.runlog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of {@code findings.jsonl}: a finding without its arrays.
 *
 * @param step number of parameter updates done
 * @param layer the layer's name
 * @param probe the probe's name
 * @param summary scalars by name, in the order in which they are shown
 * @param notes remarks a reader must see beside the numbers
 * @param arrays the npz, relative to the directory of {@code findings.jsonl}, with {@code /} between parts
 */
public record FindingEntry(
        long step, String layer, String probe, Map<String, Double> summary, List<String> notes, String arrays) {

    public FindingEntry {
        summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        notes = List.copyOf(notes);
    }
}
