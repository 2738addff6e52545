package org.crease.inspector.runs;

import java.util.Map;
import org.crease.runlog.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A run in the table of all.
 *
 * @param name of its directory
 * @param status a word: running, died (it says running and nobody writes in it), stopped, failed, done or unreadable
 * @param manifest null when it cannot be read
 * @param task data and target in a few words; empty when the configuration does not say
 * @param network its layers in a few words; empty when the configuration does not say
 * @param step number of updates done, as far as is known
 * @param metrics newest values by name
 * @param marks of the user
 * @param problem why it cannot be read, or null
 * @param version of the table when the row last changed
 */
public record Row(
        String name,
        String status,
        @Nullable Manifest manifest,
        String task,
        String network,
        long step,
        Map<String, Double> metrics,
        Mark marks,
        @Nullable String problem,
        long version) {

    Row with(Mark changed, long newVersion) {
        return new Row(name, status, manifest, task, network, step, metrics, changed, problem, newVersion);
    }
}
