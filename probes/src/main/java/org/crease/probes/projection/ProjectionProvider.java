package org.crease.probes.projection;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes {@code projection} probes. */
public final class ProjectionProvider implements ProbeProvider<ProjectionSettings> {

    @Override
    public String name() {
        return "projection";
    }

    @Override
    public String description() {
        return "Each layer's activations in two or three coordinates, to be looked at";
    }

    @Override
    public Class<ProjectionSettings> settings() {
        return ProjectionSettings.class;
    }

    @Override
    public Probe create(String name, ProjectionSettings settings, long seed) {
        return new ProjectionProbe(name, settings, seed);
    }
}
