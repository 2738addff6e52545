package org.crease.trainer.network;

import org.bytedeco.javacpp.Loader;
import org.crease.trainer.device.TrainingDevice;

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
     * Readies the calling thread for a network: joins the graphics card or, on the CPU, turns on oneDNN convolutions where
     * they can be had, unless the user has decided otherwise. (On a card the same switch would make Deeplearning4j look for
     * cuDNN helpers, which this release does not have.) To be called before a network is made.
     */
    static void prepare() {
        if (TrainingDevice.isCuda()) {
            TrainingDevice.join();
        } else if (System.getProperty(HELPERS_DISABLED) == null && hasOneDnn()) {
            System.setProperty(HELPERS_DISABLED, "false");
        }
    }
}
