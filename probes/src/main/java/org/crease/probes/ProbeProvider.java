package org.crease.probes;

/**
 * Makes probes of one kind. Found by {@link java.util.ServiceLoader}, so a jar on the class path adds a probe.
 *
 * @param <S> the settings of the probe: a record whose components carry {@link Setting}; the configuration's reader binds
 *     YAML to it, checks it and describes it in the JSON Schema
 */
public interface ProbeProvider<S extends Record> {

    /** The name in YAML, in kebab case, for example {@code rank}. */
    String name();

    /** One line on what the probe looks at. */
    String description();

    /** The type of the settings. */
    Class<S> settings();

    /**
     * A probe with these settings.
     *
     * @param name under which its findings are recorded
     * @param seed of the run's stream for this probe
     * @throws IllegalArgumentException when the settings contradict each other
     */
    Probe create(String name, S settings, long seed);
}
