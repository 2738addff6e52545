package org.crease.probes.quotient;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes {@code quotient} probes. */
public final class QuotientProvider implements ProbeProvider<QuotientSettings> {

    @Override
    public String name() {
        return "quotient";
    }

    @Override
    public String description() {
        return "Homology of the input with collapsed regions made points, beside that of each layer";
    }

    @Override
    public Class<QuotientSettings> settings() {
        return QuotientSettings.class;
    }

    /**
     * A quotient probe.
     *
     * @throws IllegalArgumentException when the input is asked for among the layers
     */
    @Override
    public Probe create(String name, QuotientSettings settings, long seed) {
        if (settings.cloud().input()) {
            throw new IllegalArgumentException(
                    "cloud.input is true; the network's input is compared with every layer anyway, leave it out");
        }
        return new QuotientProbe(name, settings, seed);
    }
}
