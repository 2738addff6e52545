package org.crease.gpu;

import java.util.Locale;
import java.util.Properties;

/** Which device a kernel is asked to run on. */
enum Preference {
    /** A graphics card, by CUDA or else by OpenCL, where there is one and the work is large enough to pay. */
    AUTO,
    /** No device: the Java implementation. */
    CPU,
    /** CUDA's first device, whatever the work. */
    CUDA,
    /** OpenCL's first device, be it a processor, whatever the work. */
    OPENCL;

    /** What the properties begin with. */
    static final String KEY = "crease.device";

    /**
     * What system properties say of a kernel: {@code crease.device.NAME}, or else {@code crease.device}, or else auto.
     *
     * @throws IllegalArgumentException when one of them says something else
     */
    static Preference of(String kernel, Properties properties) {
        String key = KEY + "." + kernel;
        String value = properties.getProperty(key);
        if (value == null) {
            key = KEY;
            value = properties.getProperty(key, "auto");
        }
        return parse(key, value);
    }

    private static Preference parse(String key, String value) {
        for (Preference preference : values()) {
            if (preference.toString().equals(value)) {
                return preference;
            }
        }
        throw new IllegalArgumentException(key + " is '" + value + "'; it must be auto, cpu, cuda or opencl");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
