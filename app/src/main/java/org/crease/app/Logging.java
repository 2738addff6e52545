package org.crease.app;

/**
 * How loud the libraries' logging is. The logging system reads these properties when something first logs, which few
 * commands do; so it is told here without being loaded.
 */
final class Logging {

    private Logging() {}

    /** Shows our own details, what libraries have to say, and where it comes from. */
    static void sayMore() {
        System.setProperty("crease.log.ours", "debug");
        System.setProperty("crease.log.libraries", "info");
        System.setProperty("crease.log.console", "detailed");
        // Kernels then say also which work is too little for a device.
        System.setProperty("crease.device", System.getProperty("crease.device", "auto"));
    }
}
