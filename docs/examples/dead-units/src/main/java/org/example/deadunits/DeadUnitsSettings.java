package org.example.deadunits;

import org.crease.probes.Setting;

/** What the probe is asked for: each component is a setting in YAML, here {@code at-most}. */
public record DeadUnitsSettings(
        @Setting(value = "Largest absolute value that counts as zero", byDefault = "0", min = 0)
        double atMost) {}
