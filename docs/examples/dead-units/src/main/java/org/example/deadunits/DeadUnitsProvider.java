package org.example.deadunits;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes the probe that YAML calls {@code dead-units}; named in META-INF/services/org.crease.probes.ProbeProvider. */
public final class DeadUnitsProvider implements ProbeProvider<DeadUnitsSettings> {

    @Override
    public String name() {
        return "dead-units";
    }

    @Override
    public String description() {
        return "Share of units that are zero for every probe input, layer by layer";
    }

    @Override
    public Class<DeadUnitsSettings> settings() {
        return DeadUnitsSettings.class;
    }

    @Override
    public Probe create(String name, DeadUnitsSettings settings, long seed) {
        return new DeadUnitsProbe(name, settings.atMost());
    }
}
