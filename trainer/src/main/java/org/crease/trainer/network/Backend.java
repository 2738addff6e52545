package org.crease.trainer.network;

import org.bytedeco.javacpp.Loader;
import org.crease.trainer.config.Config;
import org.nd4j.linalg.factory.Nd4j;

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
     * Refuses a device that this build has no backend for.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static void require(Config.Device device) {
        String backend = Nd4j.getExecutioner().getEnvironmentInformation().getProperty("backend", "unknown");
        if (device == Config.Device.CUDA && !backend.equalsIgnoreCase("cuda")) {
            throw new IllegalArgumentException("device: cuda is asked for, but this build computes with ND4J's "
                    + backend + " backend; say auto or cpu");
        }
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
