package org.crease.trainer.config;

/**
 * One entry of the list of probes. In YAML, {@code rank} or {@code rank: {..}}, with the settings of the probe's provider
 * and besides them {@code name}, where one probe is used twice.
 *
 * @param probe the provider's name
 * @param name under which the findings are recorded; the provider's name by default
 * @param settings the provider's settings record
 */
public record ProbeConfig(String probe, String name, Record settings) {}
