package org.nd4j.nativeblas;

import org.crease.trainer.network.Backend;

/**
 * Lets Deeplearning4j 1.0.0-M2.1 use its oneDNN convolutions. Its helpers ask a class of this name, by reflection, whether
 * oneDNN may be used; the release moved that class, so the answer was always no. Convolution networks train four to five
 * times faster with it; {@code OneDnnTest} holds the results equal to the plain path's.
 */
public final class Nd4jCpu$Environment {
    private static final Nd4jCpu$Environment INSTANCE = new Nd4jCpu$Environment();

    private Nd4jCpu$Environment() {}

    /** Called by Deeplearning4j. */
    public static Nd4jCpu$Environment getInstance() {
        return INSTANCE;
    }

    /** Called by Deeplearning4j. */
    public boolean isUseMKLDNN() {
        return Backend.hasOneDnn();
    }
}
