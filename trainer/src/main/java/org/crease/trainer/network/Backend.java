package org.crease.trainer.network;

import org.bytedeco.javacpp.Loader;

/** What ND4J computes with. */
public final class Backend {
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    private Backend() {}

    /** Whether the native library on the class path was built with oneDNN. Loads nothing. */
    public static boolean hasOneDnn() {
        return Backend.class.getResource("/org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform() + "-onednn/")
                != null;
    }

    /**
     * Turns on oneDNN convolutions where they can be had, unless the user has decided otherwise. To be called before a
     * network is made.
     */
    static void prepare() {
        if (System.getProperty(HELPERS_DISABLED) == null && hasOneDnn()) {
            System.setProperty(HELPERS_DISABLED, "false");
        }
    }
}
